/** What the outline says of each heading and clause. [DRAFT5] */
import { expect, test } from 'vitest'
import { outlineOf } from '#client/drafting/outline/outline-of.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { block, note, reference, title } from '../../shared/text/write.ts'

const entriesOf = (...content: NodeJson[]) =>
  outlineOf(schema.nodeFromJSON({ type: 'doc', content }), 'ru', 'decimal').map(
    ({ label, words }) => `${label} ${words}`.trim(),
  )

test('an entry is the beginning of its clause, and ends with a whole word', () => {
  const clause = 'Обязуемся вместе чистить канал каждый март и сообщать жителям обо всём'
  expect(entriesOf(block('operative', clause))).toEqual([
    '1. Обязуемся вместе чистить канал каждый март и…',
  ])
  expect(
    entriesOf(block('operative', 'Обо всём, что названо в пункте четыре выше, сообщать')),
  ).toEqual(['1. Обо всём, что названо в пункте четыре выше…'])
  const most = `${'вода '.repeat(8)}канал`
  expect(most).toHaveLength(45)
  expect(entriesOf(block('operative', most))).toEqual([`1. ${most}`])
  expect(entriesOf(block('operative', `${most} сух`))).toEqual([`1. ${most}…`])
})

test('[DRAFT5] a reference is read as its number, a note as nothing, and empty headings are left out', () => {
  expect(
    entriesOf(
      title(''),
      block('operative', 'Открыть шлюз;', { id: 'a' }),
      block('operative', ['Как в пункте ', reference('a'), note('n'), ', закрыть.']),
    ),
  ).toEqual(['1. Открыть шлюз;', '2. Как в пункте 1, закрыть.'])
})
