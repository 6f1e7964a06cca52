/** Parts that are loaded later: asked for once, waited for, missed, and asked for again. */
import { describe, expect, test } from 'vitest'
import { gatherParts } from '#client/ui/parts.ts'

/** A part whose loading the test decides, attempt by attempt. */
function stage() {
  const parts = gatherParts()
  const attempts: PromiseWithResolversOf<string>[] = []
  const part = parts.part(() => {
    const attempt = withResolvers<string>()
    attempts.push(attempt)
    return attempt.promise
  })
  const said: string[] = []
  parts.subscribe(() => said.push(parts.awaited()))
  return { parts, part, attempts, said }
}

type PromiseWithResolversOf<Value> = {
  promise: Promise<Value>
  resolve: (value: Value) => void
  reject: (fault: Error) => void
}

function withResolvers<Value>(): PromiseWithResolversOf<Value> {
  const made = {} as PromiseWithResolversOf<Value>
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}

describe('a part', () => {
  test('is loaded once, however often it is asked for', async () => {
    const { part, attempts } = stage()
    expect([part.standing(), part.content()]).toEqual(['unasked', null])
    const asked = [part.ask(), part.ask()]
    expect(part.standing()).toBe('coming')
    attempts[0]?.resolve('menu')
    await Promise.all(asked)
    await part.ask()
    expect(attempts).toHaveLength(1)
    expect([part.standing(), part.content()]).toEqual(['there', 'menu'])
  })

  test('that did not come is asked for anew, and never throws', async () => {
    const { part, attempts } = stage()
    const first = part.ask()
    attempts[0]?.reject(new Error('no line'))
    await first
    expect([part.standing(), part.content()]).toEqual(['missing', null])
    const second = part.ask()
    attempts[1]?.resolve('menu')
    await second
    expect([part.standing(), part.content()]).toEqual(['there', 'menu'])
  })

  test('tells whoever listens, and nobody who has stopped', async () => {
    const { part, attempts } = stage()
    const heard: string[] = []
    const stop = part.subscribe(() => heard.push(part.standing()))
    const asked = part.ask()
    stop()
    attempts[0]?.resolve('menu')
    await asked
    expect(heard).toEqual(['coming'])
  })
})

describe('what somebody waits for', () => {
  test('is spoken of, and what nobody waits for is not', async () => {
    const { parts, part, attempts, said } = stage()
    const asked = part.ask()
    expect(parts.awaited()).toBe('nothing')
    const end = part.wait()
    expect(parts.awaited()).toBe('coming')
    attempts[0]?.reject(new Error('no line'))
    await asked
    expect(parts.awaited()).toBe('missing')
    end()
    expect(parts.awaited()).toBe('nothing')
    expect(said).toEqual(['nothing', 'coming', 'missing', 'nothing'])
  })

  test('is waited for until the last has gone, and each goes once', () => {
    const { parts, part } = stage()
    void part.ask()
    const ends = [part.wait(), part.wait()]
    ends[0]?.()
    ends[0]?.()
    expect(parts.awaited()).toBe('coming')
    ends[1]?.()
    expect(parts.awaited()).toBe('nothing')
  })

  test('is asked for again where it is missing, and nothing else is', async () => {
    const { parts, part, attempts } = stage()
    const calm: string[] = []
    const other = parts.part(async () => calm.push('asked'))
    const asked = part.ask()
    attempts[0]?.reject(new Error('no line'))
    await asked
    parts.askAgain()
    expect(attempts).toHaveLength(2)
    expect([part.standing(), other.standing(), calm]).toEqual(['coming', 'unasked', []])
    attempts[1]?.resolve('menu')
    await part.ask()
    parts.askAgain()
    expect(attempts).toHaveLength(2)
  })

  test('of several, what is missing is said before what is coming', async () => {
    const { parts, part, attempts } = stage()
    const other = parts.part(() => new Promise<never>(() => undefined))
    void other.ask()
    other.wait()
    part.wait()
    const asked = part.ask()
    attempts[0]?.reject(new Error('no line'))
    await asked
    expect(parts.awaited()).toBe('missing')
  })
})
