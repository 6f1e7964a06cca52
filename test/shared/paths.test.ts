/** The addresses of screens. */
import { describe, expect, test } from 'vitest'
import { isScreen, type Screen, screenPath, screens } from '#shared/paths.ts'

const params = { coalition: 'c', statement: 's', release: 'r' }

test.each(Object.keys(screens) as Screen[])(
  'the application is handed out behind the address of its screen %s',
  (screen) => {
    const path = screenPath(screen, params)
    expect(path).not.toContain(':')
    expect(isScreen(path)).toBe(true)
    expect(isScreen(path === '/' ? '/' : `${path}/`)).toBe(true)
  },
)

describe('nothing else is a screen', () => {
  test.each([
    '',
    '/nothing',
    '/JOIN',
    '/join/more',
    '/joined',
    '//join',
    '/api/me',
    '/statements',
    '/statements/',
    '/statements//signatures',
    '/statements/s/nothing',
    '/statements/s/releases/r/more',
    '/coalitions/c',
    '/coalitions/c/people/p',
    '/p/kg-tj-2026-3/1',
    '/sync',
    'https://example.org/join',
    '/join?token=1',
  ])('%j', (path) => {
    expect(isScreen(path)).toBe(false)
  })
})

test('what fills a blank cannot leave it', () => {
  const path = screenPath('signatures', { statement: '../a/b?c#d' })
  expect(path).toBe('/statements/..%2Fa%2Fb%3Fc%23d/signatures')
  expect(screenPath('statement')).toBe('/statements/')
})

test('[SIGN6] no address of a screen has room for a token before its #', () => {
  for (const pattern of [screens.join, screens.signIn, screens.sign, screens.start]) {
    expect(pattern).not.toContain(':')
  }
})
