/**
 * Programs of the system that some tests want. Where one is missing, those tests are left out and the
 * run says so; under `CI` the lack of Chromium or minisign is a failure, the others are large and optional.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const find = (...names: (string | undefined)[]) =>
  names
    .filter((name) => name !== undefined)
    .flatMap((name) =>
      name.includes('/')
        ? [name]
        : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
    )
    .find((path) => existsSync(path))

/** Where the programs are, or `undefined`. */
export const chromiumPath = find(
  process.env.CHROMIUM_PATH,
  'chromium',
  'chromium-browser',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
)
export const minisignPath = find('minisign')
export const pandocPath = find('pandoc')
/** As the program itself looks for it. */
export const officePath = find(
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
)

/** Whether tests that want this program are left out. */
export const leftOut = (path: string | undefined) => !path && !process.env.CI

export function setup(): void {
  const say = (line: string) => process.stderr.write(`\n${line}\n`)
  if (!chromiumPath) {
    say('No Chromium: the stories in the browser are LEFT OUT. Set CHROMIUM_PATH, or install one')
    say('(Debian: apt-get install -y chromium).')
  }
  if (!minisignPath) {
    say(
      'No minisign: the checks by the stock program are LEFT OUT (Debian: apt-get install -y minisign).',
    )
  }
  if (!officePath || !pandocPath) {
    say('No LibreOffice or no pandoc: the checks of files that they write are LEFT OUT')
    say('(Debian: apt-get install -y libreoffice-writer-nogui pandoc).')
  }
}
