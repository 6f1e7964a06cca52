/** What the state line shows of somebody who types. [DRAFT2] */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calmState } from '#client/drafting/calm-state.ts'
import type { DraftState } from '#client/sync/draft-state.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A draft whose state is set from here, and each state that was shown of it. */
function watched(first: DraftState) {
  const listeners = new Set<() => void>()
  const draft = {
    state: first,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const calm = calmState(draft)
  const shown: DraftState[] = [calm.get()]
  const stop = calm.subscribe(() => shown.push(calm.get()))
  const become = (state: DraftState) => {
    draft.state = state
    for (const listener of listeners) listener()
  }
  return { become, shown, stop, listeners }
}

test('[DRAFT2] that something is not saved yet is shown in the same moment', () => {
  const { become, shown } = watched('saved')
  become('saving')
  expect(shown).toEqual(['saved', 'saving'])
})

test('[DRAFT2] letters that follow each other change the line once, and it says saved when they rest', () => {
  const { become, shown } = watched('saved')
  for (let letter = 0; letter < 20; letter++) {
    become('saving')
    vi.advanceTimersByTime(30)
    become('saved')
    vi.advanceTimersByTime(200)
  }
  expect(shown).toEqual(['saved', 'saving'])
  vi.advanceTimersByTime(1000)
  expect(shown).toEqual(['saved', 'saving', 'saved'])
})

test('[DRAFT2] saved is never shown while a letter is not', () => {
  const { become, shown } = watched('saved')
  become('saving')
  become('saved')
  vi.advanceTimersByTime(500)
  become('saving')
  vi.advanceTimersByTime(60_000)
  expect(shown.at(-1)).toBe('saving')
})

test('[DRAFT2] letters kept on the device alone rest in the same way', () => {
  const { become, shown } = watched('on-this-device')
  for (let letter = 0; letter < 5; letter++) {
    become('saving')
    become('on-this-device')
  }
  expect(shown).toEqual(['on-this-device', 'saving'])
  vi.advanceTimersByTime(1000)
  expect(shown.at(-1)).toBe('on-this-device')
})

test.each<DraftState>(['offline', 'paused', 'not-allowed', 'rejected', 'in-this-window'])(
  '[DRAFT2] what is to be known is not kept back: %s',
  (state) => {
    const { become, shown } = watched('saved')
    become('saving')
    become('saved')
    become(state)
    expect(shown.at(-1)).toBe(state)
    vi.advanceTimersByTime(1000)
    expect(shown.at(-1)).toBe(state)
  },
)

test('whoever left is told nothing more', () => {
  const { become, shown, stop, listeners } = watched('saved')
  become('saving')
  become('saved')
  stop()
  vi.advanceTimersByTime(1000)
  expect(shown).toEqual(['saved', 'saving'])
  expect(listeners.size).toBe(0)
})
