/** Shortcuts on every keyboard, what is meant behind a slash, how long a text is, where a link leads, what a PDF says. */
import { describe, expect, test } from 'vitest'
import { count } from '#client/drafting/counts/count.ts'
import { insertions } from '#client/drafting/insertions.ts'
import { trueAddress } from '#client/drafting/paste/addresses.ts'
import { paragraphsOf } from '#client/drafting/paste/plain-text.ts'
import { keysPressed } from '#client/drafting/shortcuts.ts'
import { matching } from '#client/drafting/slash/matching.ts'

const pressed = (
  code: string,
  key: string,
  held: { ctrlKey?: true; shiftKey?: true; altKey?: true; metaKey?: true; altGraph?: true } = {},
  apple = false,
) =>
  keysPressed(
    {
      ...{ ctrlKey: false, shiftKey: false, altKey: false, metaKey: false },
      ...held,
      code,
      key,
      getModifierState: (name: string) => name === 'AltGraph' && held.altGraph === true,
    },
    apple,
  )

describe('shortcuts', () => {
  test('go by the letter where it is Latin, else by its place', () => {
    expect(pressed('KeyB', 'b', { ctrlKey: true })).toBe('Mod B')
    expect(pressed('KeyB', 'и', { ctrlKey: true })).toBe('Mod B')
    expect(pressed('KeyN', 'b', { ctrlKey: true })).toBe('Mod B')
    expect(pressed('Digit7', '?', { ctrlKey: true, shiftKey: true })).toBe('Mod Shift 7')
    expect(pressed('Slash', '.', { ctrlKey: true })).toBe('Mod /')
    expect(pressed('Backslash', 'ғ', { ctrlKey: true })).toBe('Mod \\')
    expect(pressed('F3', 'F3')).toBe('F3')
  })

  test('on a Mac are those of Command, also where Alt makes another sign', () => {
    expect(pressed('Digit1', '¡', { metaKey: true, altKey: true }, true)).toBe('Mod Alt 1')
    expect(pressed('KeyB', 'b', { ctrlKey: true }, true)).toBeNull()
  })

  test('are none when letters are typed, with AltGr too', () => {
    expect(pressed('KeyB', 'и')).toBeNull()
    const altGr = { ctrlKey: true, altKey: true, altGraph: true } as const
    expect(pressed('KeyP', 'ң', altGr)).toBeNull()
  })
})

describe('behind the slash', () => {
  const meant = (typed: string) => matching(insertions, typed).map(({ id }) => id)

  test('a word of any language is enough, with ё or е', () => {
    for (const typed of ['цит', 'иқт', 'quo', 'ЦИТАТА']) expect(meant(typed)).toContain('quotation')
    expect(meant('подп')[0]).toBe('sub-clause')
    expect(meant('')).toHaveLength(insertions.length)
    expect(meant('ыыы')).toEqual([])
  })

  test('every row can be found by its own words in every language', () => {
    for (const one of insertions) {
      for (const words of Object.values(one.keywords)) expect(meant(words)).toContain(one.id)
    }
  })
})

test('words and letters are counted as in Word, notes left out', () => {
  expect(count('Ала-Тоо — тоолор\ufffc, №\u00a05.\nэл')).toEqual({
    words: 4,
    letters: 20,
    lettersAndSpaces: 24,
    minutes: 1,
  })
  expect(count('')).toEqual({ words: 0, letters: 0, lettersAndSpaces: 0, minutes: 0 })
  expect(count('и\u0304').letters).toBe(1)
})

test('a link leads where it says, past those who count', () => {
  const table = {
    'https://www.google.com/url?q=https://example.org/a&sa=D': 'https://example.org/a',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%3Ffbclid%3Dx':
      'https://example.org/',
    'https://example.org/?utm_source=x&id=7': 'https://example.org/?id=7',
    'https://www.google.com/search?q=https://example.org':
      'https://www.google.com/search?q=https://example.org',
    'https://www.google.com/url?q=javascript:alert(1)':
      'https://www.google.com/url?q=javascript:alert(1)',
  }
  for (const [given, leads] of Object.entries(table)) expect(trueAddress(given)).toBe(leads)
  expect(trueAddress('javascript:alert(1)')).toBeNull()
})

describe('pasted text', () => {
  const words = (text: string, plain = false) => paragraphsOf(text, plain).map((one) => one.words)

  test('lines that each say something stay paragraphs', () => {
    const lines = ['Первое предложение стоит здесь одно.', 'Второе тоже стоит одно, и оно длиннее.']
    expect(words(lines.join('\r\n'))).toEqual(lines)
  })

  test('pasted plain, it is taken as it is', () => {
    expect(words('1. раз\n- два', true)).toEqual(['1. раз', '- два'])
    expect(words('1. раз\n- два')).toEqual(['раз', 'два'])
  })
})
