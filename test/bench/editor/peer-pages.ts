/** Pages of other editors with the same clauses, to be typed in beside ours. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { clauseWords } from './long-text.ts'

/** What the script of such a page finds in its window. */
export type PeerPage = { clauses: string[] }

export const peers = ['bare', 'tiptap'] as const

/** Shows one of them in a page. */
export async function openPeer(
  page: Page,
  peer: (typeof peers)[number],
  clauses: number,
): Promise<void> {
  const words = Array.from({ length: clauses }, (_, at) => clauseWords(at))
  const script = await scriptOf(peer)
  const address = `http://${peer}.bench/`
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="ru"><title>${peer}</title><style>${style}</style><body>
        <script>window.clauses = ${JSON.stringify(words)}</script><script>${script}</script>`,
    }),
  )
  await page.goto(address)
  await page
    .locator('.text p')
    .nth(clauses - 1)
    .waitFor()
}

/** The words as large and the lines as long as in ours. */
const style = `
  .text { max-width: 36rem; margin: 4rem auto; font: 1.125rem/1.6 serif; outline: none; white-space: break-spaces }
`

async function scriptOf(peer: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(`peers/${peer}.ts`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  })
  const [bundle] = [built].flat()
  const [chunk] = bundle && 'output' in bundle ? bundle.output : []
  if (!chunk) throw new Error(`${peer} could not be built`)
  return chunk.code.replaceAll('</script', '<\\/script')
}
