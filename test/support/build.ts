/** Builds the program before tests that need it built: its worker threads, its pages in a browser. */
import { createBuilder } from 'vite'

/** Several groups of tests ask for it in one run; it is built once. */
const once = globalThis as { undersignedBuild?: Promise<void> }

export async function setup() {
  once.undersignedBuild ??= build()
  await once.undersignedBuild
}

/** As it is shipped: under the tests' own mode React would be its slower, larger self. */
async function build() {
  const mode = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const builder = await createBuilder({ logLevel: 'error' })
    await builder.buildApp()
  } finally {
    process.env.NODE_ENV = mode
  }
}
