/** How the application and the server are built, and how the tests run. */
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import react from '@vitejs/plugin-react'
import { createLogger, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Catalogues of words: messages in ICU form, compiled here so that no parser of messages is shipped. */
function compiledWords(): Plugin {
  return {
    name: 'compiled-words',
    enforce: 'pre',
    transform(source, id) {
      if (!/\/words\/.*\.json$/.test(id)) return null
      const words = JSON.parse(source) as Record<string, string>
      const compiled = Object.entries(words).map(([key, text]) => [key, compileMessage(text)])
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
        map: null,
        moduleType: 'js',
      }
    },
  }
}

/** Says of the calls by which lib0 makes its schemas, which we use none of, that they do nothing but that. */
function withoutSchemas(): Plugin {
  return {
    name: 'without-schemas',
    transform(source, id) {
      if (!/\/lib0\/dom\.js$/.test(id)) return null
      return source.replaceAll('= $.$custom(', '= /* @__PURE__ */ $.$custom(')
    },
  }
}

type Graph = { getModuleInfo: (id: string) => ModuleInfo | null }
type ModuleInfo = { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] }

/** What a module needs: all that it imports and what they do; `later` takes in what they load later. */
function neededBy(root: string, graph: Graph, later: { but: string } | null): Set<string> {
  const needed = new Set([root])
  for (const id of needed) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {}
    for (const one of importedIds) needed.add(one)
    for (const one of later ? dynamicallyImportedIds : []) if (one !== later?.but) needed.add(one)
  }
  return needed
}

/**
 * What the text needs at once lies in two files: `common` is what the home screen needs as well, `text` what
 * no other screen ever does. Left to itself the bundler makes a file of each piece that some other part needs
 * too, and three dozen small files weigh more under gzip than two.
 */
function chunkOf() {
  const inClient = (path: string) => fileURLToPath(new URL(`client/${path}`, import.meta.url))
  const textPage = inClient('pages/TextPage.tsx')
  let needed: { text: Set<string>; home: Set<string>; others: Set<string> } | null = null
  return (id: string, graph: Graph) => {
    needed ??= {
      text: neededBy(textPage, graph, null),
      home: neededBy(inClient('pages/HomePage.tsx'), graph, null),
      others: neededBy(inClient('main.tsx'), graph, { but: textPage }),
    }
    if (!needed.text.has(id)) return null
    if (!needed.others.has(id)) return 'text'
    return needed.home.has(id) ? 'common' : null
  }
}

/** Compressed copies beside the application's files, so that no request waits for a compressor. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    // Last, since the bundler itself still writes into the files at this stage.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (this.environment.name !== 'client') return
        for (const file of Object.values(bundle)) {
          if (!/\.(js|css|svg)$/.test(file.fileName)) continue
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const text = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.br`,
            source: brotliCompressSync(source, { params: text }),
          })
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.gz`,
            source: gzipSync(source, { level: constants.Z_BEST_COMPRESSION }),
          })
        }
      },
    },
  }
}

/** Tells what is wrong and no more; that the server hands out the fonts under `/fonts/` is meant. */
const logger = createLogger('warn')
const { warnOnce } = logger
logger.warnOnce = (message, options) => {
  if (!message.includes('/fonts/')) warnOnce(message, options)
}

export default defineConfig({
  root: 'client',
  customLogger: logger,
  publicDir: false,
  plugins: [compiledWords(), withoutSchemas(), react(), precompressed()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/client',
        emptyOutDir: true,
        // Phones are used for long: what a newer vite takes for widely available is not.
        target: ['chrome111', 'edge111', 'firefox115', 'safari16.4', 'ios16.4'],
        assetsDir: 'app',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 800,
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [{ name: chunkOf(), debugName: 'text, common' }],
              includeDependenciesRecursively: false,
            },
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: '../dist/server',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        rollupOptions: {
          input: {
            main: 'server/main.ts',
            'make-link': 'server/make-link.ts',
            'files-worker': 'server/files/files-worker.ts',
            'picture-process': 'server/pictures/picture-process.ts',
            'compaction-worker': 'server/store/compaction-worker.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        },
      },
    },
  },
  test: {
    root: '.',
    passWithNoTests: false,
    // Without this vitest hands out empty style sheets.
    css: { include: [/\?raw$/] },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'test/*.test.ts',
            'test/{bench,shared,client,simulator,converge}/**/*.test.ts',
            'test/server/{domain,files,pictures,public,sync}/**/*.test.ts',
            'test/fuzz/*.test.ts',
          ],
          // Nothing here waits for a clock; a busy machine may take its time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/server/{store,rooms,http,actions}/**/*.test.ts'],
          globalSetup: ['test/support/build.ts', 'test/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [
            'test/support/system-programs.ts',
            'test/support/build.ts',
            'test/support/postgres.ts',
          ],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
