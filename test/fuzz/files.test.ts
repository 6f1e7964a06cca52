/** The fuzzer of files in small, as part of every run of the tests. */
import { expect, test } from 'vitest'
import { fuzzFiles } from './fuzz-files.ts'

test('[DRAFT7] a damaged file is read or refused, and never anything else', {
  timeout: 120_000,
}, () => {
  const figures = fuzzFiles({ files: 150, seed: 7 })
  expect(figures.findings).toEqual([])
  expect(figures.read).toBeGreaterThan(20)
  expect(figures.refused).toBeGreaterThan(10)
})
