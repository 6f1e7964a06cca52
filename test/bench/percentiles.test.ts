/** The arithmetic of the benchmark: percentiles, medians, and the ratios in its table. */
import { expect, test } from 'vitest'
import { median, Percentiles } from './percentiles.ts'
import { tablesOf } from './table.ts'

test('percentiles are right to one in a hundred, from microseconds to minutes', () => {
  for (const scale of [0.01, 1, 1000]) {
    const percentiles = new Percentiles()
    for (let i = 1; i <= 1000; i++) percentiles.add(i * scale)
    expect(percentiles.count).toBe(1000)
    for (const share of [0.5, 0.95, 0.99]) {
      const exact = share * 1000 * scale
      expect(Math.abs((percentiles.at(share) ?? 0) - exact)).toBeLessThan(exact / 100)
    }
    expect(percentiles.at(1)).toBeLessThanOrEqual(1000 * scale)
  }
})

test('of nothing there is no percentile and no median', () => {
  expect(new Percentiles().at(0.5)).toBeNull()
  expect(median([])).toBeNull()
})

test('the median is the middle value, or lies between the two in the middle', () => {
  expect(median([9, 1, 2])).toBe(2)
  expect(median([9, 1, 2, 4])).toBe(3)
})

test('the table has the medians of the runs, and what they are to those of the base', () => {
  const row = (target: string, run: number, ms: number) => ({
    ...{ scenario: 'replay', target, run },
    figures: { ms, whole: true },
  })
  const rows = [row('a', 1, 100), row('b', 1, 30), row('a', 2, 300), row('b', 2, 50)]
  const lines = tablesOf(rows, 'a')
  expect(lines.find((line) => line.startsWith('| a |'))).toMatch(/^\| a \| 2 \| 200 \|/)
  expect(lines.find((line) => line.startsWith('| b |'))).toMatch(/^\| b \| 2 \| 40 \(×0\.20\) \|/)
  expect(lines.find((line) => line.startsWith('| b |'))).toMatch(/true \|$/)
})
