/** The symbol that a new statement begins with. */
import { expect, test } from 'vitest'
import { suggestSymbol } from '#client/statements/suggest-symbol.ts'

test('the first statement of a coalition is number one of the two countries', () => {
  expect(suggestSymbol([], 2026)).toBe('KG-TJ/2026/1')
})

test('the next one counts on', () => {
  expect(suggestSymbol(['KG-TJ/2026/2', 'KG-TJ/2026/1'], 2026)).toBe('KG-TJ/2026/3')
})

test('it never proposes a symbol that is taken', () => {
  expect(suggestSymbol(['KG-TJ/2026/2'], 2026)).toBe('KG-TJ/2026/3')
})

test('a coalition keeps the beginning that it has given to its symbols', () => {
  expect(suggestSymbol(['Declaration', 'ВОДА/2025/7'], 2026)).toBe('ВОДА/2026/3')
})
