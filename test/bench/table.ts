/** The rows of all runs as tables: medians, and what each is to the same of the base. */
import type { Figures } from './figures.ts'
import { median } from './percentiles.ts'

export type Row = { scenario: string; target: string; run: number; figures: Figures }

/** What is shown of each scenario. */
const columns: Record<string, string[]> = {
  fanout: [
    ...['p50', 'p95', 'p99', 'cpuPerDelivery', 'databaseCpuPerDelivery', 'framesPerDelivery'],
    ...[
      'memory',
      'databaseMemory',
      'lost',
      'generatorCpuPercent',
      'othersCpuPercent',
      'longestFlush',
      'diskStalledPercent',
    ],
  ],
  documents: [
    ...['p50', 'p95', 'p99', 'cpuPerDelivery', 'databaseCpuPerDelivery', 'kibPerDocument'],
    ...[
      'programKibPerDocument',
      'memory',
      'lost',
      'generatorCpuPercent',
      'othersCpuPercent',
      'longestFlush',
      'diskStalledPercent',
    ],
  ],
  replay: [
    ...['ms', 'editsPerSecond', 'cpuPerEdit', 'databaseCpu', 'framesRelayed', 'bytesAtRest'],
    ...['memory', 'complete', 'whole'],
  ],
  'at-rest': ['documents', 'first', 'next', 'each'],
  'cold-load': ['ms', 'secondMs', 'cpu', 'databaseCpu', 'bytes', 'memoryGrowth', 'whole'],
  join: ['ms', 'firstMs', 'cpu', 'databaseCpu', 'bytes', 'memory', 'arrived'],
}

/** The tables as lines of Markdown. */
export function tablesOf(rows: readonly Row[], base: string): string[] {
  return unique(rows, 'scenario').flatMap((scenario) => {
    const ofScenario = rows.filter((row) => row.scenario === scenario)
    const shown = columns[scenario] ?? []
    return [
      ...['', `### ${scenario}`, ''],
      `| target | runs | ${shown.join(' | ')} |`,
      `| :- | -: |${' -: |'.repeat(shown.length)}`,
      ...unique(ofScenario, 'target').map((target) => {
        const runs = (name: string) =>
          ofScenario.filter((row) => row.target === name).map(({ figures }) => figures)
        const cells = shown.map((column) =>
          cell(column, runs(target), target === base ? [] : runs(base)),
        )
        return `| ${target} | ${runs(target).length} | ${cells.join(' | ')} |`
      }),
    ]
  })
}

const unique = (rows: readonly Row[], name: 'scenario' | 'target') => [
  ...new Set(rows.map((row) => row[name])),
]

function cell(column: string, runs: readonly Figures[], base: readonly Figures[]): string {
  const value = median(numbers(column, runs))
  if (value === null) return [...new Set(runs.map((run) => String(run[column] ?? '–')))].join(', ')
  const baseValue = median(numbers(column, base))
  const ratio = baseValue ? ` (×${(value / baseValue).toPrecision(2)})` : ''
  return `${Number(value.toPrecision(4))}${ratio}`
}

const numbers = (column: string, runs: readonly Figures[]): number[] =>
  runs.map((run) => run[column]).filter((value) => typeof value === 'number')
