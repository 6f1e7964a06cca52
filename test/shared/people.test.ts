/** How people are shown: by a colour of their own and two letters. */
import { expect, test } from 'vitest'
import { initials, personColour, personColours } from '#shared/people.ts'

test.each([
  ['Айгүл О.', 'АО'],
  ['фирӯз', 'Ф'],
  ['Анна Мария фон Берг', 'АМ'],
  ['😀 Смайл', '😀С'],
  ['', ''],
])('%j is shown as %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a person’s colour is one of ours, and the same for everyone who sees it', () => {
  const ids = Array.from(
    { length: 200 },
    (_, at) => `018f8e2c-4a3b-7c1d-9e2f-${String(at).padStart(12, '0')}`,
  )
  for (const id of ids) {
    expect(personColours).toContain(personColour(id))
    expect(personColour(id)).toBe(personColour(`${id}`))
  }
  expect(new Set(ids.map(personColour))).toEqual(new Set(personColours))
})

test('white letters can be read on every colour (contrast of at least 4.5)', () => {
  const channel = (value: number) =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/\w\w/g) ?? []).map((two) =>
      channel(Number.parseInt(two, 16) / 255),
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  for (const colour of personColours)
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
})
