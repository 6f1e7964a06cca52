/** Where the build has put things: beside the running program, or below the checkout when run from source. */

/** The address of something under `dist/`, such as `client/` or `server/files-worker.js`. */
export const builtFile = (path: string): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL(`../dist/${path}`, import.meta.url)
    : new URL(`../${path}`, import.meta.url)
