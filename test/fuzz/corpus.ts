/** Every known bomb, aimed at a draft as it is now: at clients by their ids and clocks. */
import * as encoding from 'lib0/encoding'
import { limits, messageTypes, syncTypes } from '#shared/sync/messages.ts'
import { bytesOf, deletionsOf, parts, presenceOf, structsOf } from './bombs.ts'

export type Aim = {
  /** The client that the sender may use, and how far it is. */
  own: number
  clock: number
  victim: number
  victimClock: number
}

type Bomb = (aim: Aim) => Uint8Array

const raw = (...bytes: number[]) => new Uint8Array(bytes)

/** A frame with an update in it. */
export const updateFrameOf = (update: Uint8Array, type: number = syncTypes.update): Uint8Array =>
  bytesOf((encoder) => {
    parts(messageTypes.sync, type)(encoder)
    encoding.writeVarUint8Array(encoder, update)
  })

const update =
  (make: (aim: Aim) => Uint8Array): Bomb =>
  (aim) =>
    updateFrameOf(make(aim))

/** One struct of one's own, in a root. */
const struct = (kind: number, ...content: Parameters<typeof parts>) =>
  update(({ own, clock }) => structsOf(own, clock, [parts(raw(kind), 1, 'body:ru', ...content)]))

/** A struct that builds on an id. */
const after = (content: string, id: (aim: Aim) => [client: number, clock: number]) =>
  update((aim) => structsOf(aim.own, aim.clock, [parts(raw(0x84), ...id(aim), content)]))

const presence = (...states: [client: number, clock: number, state: string | Uint8Array][]) =>
  presences(states)

const presences = (states: Parameters<typeof presenceOf>[0]) =>
  bytesOf((encoder) => {
    parts(messageTypes.awareness)(encoder)
    encoding.writeVarUint8Array(encoder, presenceOf(states))
  })

const nestedValue = (depth: number) =>
  new Uint8Array([...Array.from({ length: depth }, () => [117, 1]).flat(), 126])

const contents: Record<string, Bomb> = Object.fromEntries(
  Array.from({ length: 32 }, (_, kind) => [
    `content of kind ${kind}`,
    struct(kind, 1, 'x', 1, raw(126), 'x'),
  ]),
)

const types: Record<string, Bomb> = Object.fromEntries(
  Array.from({ length: 9 }, (_, type) => [`type ${type}`, struct(7, type, 'x')]),
)

export const bombs: Record<string, Bomb> = {
  ...contents,
  ...types,
  'a huge hole in the victim’s clocks': update(({ victim, victimClock }) =>
    structsOf(victim, victimClock, [parts(raw(0), 2 ** 31)]),
  ),
  'a hole in one’s own clocks': update(({ own, clock }) =>
    structsOf(own, clock, [parts(raw(0), 2 ** 20)]),
  ),
  'a huge skip': update(({ victim, victimClock }) =>
    structsOf(victim, victimClock, [parts(raw(10), 2 ** 31)]),
  ),
  'words in the victim’s name': update(({ victim, victimClock }) =>
    structsOf(victim, victimClock, [parts(raw(4), 1, 'body:ru', 'чужие слова')]),
  ),
  'what the victim will write deleted in advance': update(({ victim, victimClock }) =>
    deletionsOf(victim, [[victimClock, 2 ** 30]]),
  ),
  'the same, from the last letter on': update(({ victim, victimClock }) =>
    deletionsOf(victim, [[Math.max(victimClock - 1, 0), 3]]),
  ),
  'a gap': update(({ own, clock }) =>
    structsOf(own, clock + 5, [parts(raw(4), 1, 'body:ru', 'x')]),
  ),
  'many orphans': update(({ own }) =>
    structsOf(
      own,
      2 ** 30,
      Array.from({ length: 300 }, (_, at) => parts(raw(0x84), own, 2 ** 29 + at, 'x')),
    ),
  ),
  'a struct on the victim’s future': after('x', ({ victim, victimClock }) => [victim, victimClock]),
  'a struct on itself': after('x', ({ own, clock }) => [own, clock]),
  'two that wait for each other': update(({ own, clock }) =>
    bytesOf(
      parts(
        ...[2, 2, own, clock, raw(0x84), own + 1, 0, 'a', raw(0x84), own + 1, 1, 'b'],
        ...[2, own + 1, 0, raw(0x84), own, clock + 1, 'c', raw(0x84), own, clock, 'd', 0],
      ),
    ),
  ),
  'a parent that is no type': update(({ own, clock, victim }) =>
    structsOf(own, clock, [parts(raw(4), 0, victim, 0, 'x')]),
  ),
  'origins that are crossed': update(({ own, clock, victim, victimClock }) =>
    structsOf(own, clock, [parts(raw(0xc4), victim, Math.max(victimClock - 1, 0), victim, 0, 'x')]),
  ),
  'a length of 2^53': update(({ own, clock }) =>
    structsOf(own, clock, [parts(raw(1), 1, 'body:ru', Number.MAX_SAFE_INTEGER)]),
  ),
  'a number of ten bytes': update(({ own }) =>
    bytesOf(parts(1, 1, own, raw(...Array<number>(12).fill(0xff)), 0)),
  ),
  'more structs than bytes': update(({ own, clock }) => bytesOf(parts(1, 2 ** 31, own, clock))),
  'more clients than bytes': update(() => bytesOf(parts(2 ** 31, 0))),
  'values nested 5,000 deep': struct(8, 1, nestedValue(5000)),
  'values nested as deep as the gate allows': struct(8, 1, nestedValue(20)),
  'more values than bytes': struct(8, 2 ** 40),
  'an object of 2^32 members': struct(8, 1, raw(118), 2 ** 32),
  'the name __proto__': struct(6, '__proto__', '{"__proto__":{"a":1}}'),
  'an attribute __proto__': update(({ own, clock }) =>
    structsOf(own, clock, [parts(raw(0x28), 1, 'body:ru', '__proto__', 1, raw(126))]),
  ),
  'a format that is no JSON': struct(6, 'bold', '{"a":'),
  'a format of nothing': struct(6, '', 'null'),
  'a format nested 5,000 deep': struct(6, 'bold', '['.repeat(5000) + ']'.repeat(5000)),
  'words that are not UTF-8': struct(4, 3, raw(0xc3, 0x28, 0xff)),
  'half of a letter of two units': struct(4, 3, raw(0xed, 0xa0, 0x80)),
  'a letter of two units, to be torn': struct(4, '😀😀😀'),
  'a deletion of half a letter': update(({ own, clock }) =>
    bytesOf(parts(1, 1, own, clock, raw(4), 1, 'body:ru', '😀', 1, own, 1, clock, 1)),
  ),
  'no words': struct(4, ''),
  'a sub-document': struct(9, 'guid', raw(118, 0)),
  'a name of a root of 4,000 letters': update(({ own, clock }) =>
    structsOf(own, clock, [parts(raw(4), 1, 'я'.repeat(4000), 'x')]),
  ),
  'a second format of updates': update(() => raw(0, 0, 0, 0, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x7f)),
  'bytes after the end': update(() => raw(0, 0, 0)),
  'an update of nothing': update(() => raw()),
  'nothing at all': () => raw(),
  'one byte': () => raw(0),
  'a kind of message that nobody knows': () => raw(99, 1, 2),
  'a kind of message of 2^53': () => bytesOf(parts(Number.MAX_SAFE_INTEGER)),
  'a kind of sync that nobody knows': () => bytesOf(parts(0, 9, 0)),
  'permission denied': () => bytesOf(parts(messageTypes.auth, 0, 'no')),
  'saved, said by a client': () => bytesOf(parts(messageTypes.saved, 1)),
  'mode, said by a client': () => bytesOf(parts(messageTypes.mode, 'edit')),
  'a question who is here': () => raw(messageTypes.queryAwareness),
  'a fence of 2^53 - 1': () => bytesOf(parts(messageTypes.fence, Number.MAX_SAFE_INTEGER)),
  'a fence beyond all numbers': () => raw(messageTypes.fence, ...Array<number>(10).fill(0xff), 1),
  'a state vector cut off': () => updateFrameOf(raw(5, 1), syncTypes.stateVector),
  'a state vector of nobody': () => updateFrameOf(raw(0), syncTypes.stateVector),
  'a state vector beyond all clocks': ({ victim }) =>
    updateFrameOf(bytesOf(parts(1, victim, Number.MAX_SAFE_INTEGER)), syncTypes.stateVector),
  'the presence of somebody else': ({ victim }) => presence([victim, 2 ** 32, '{"cursor":{}}']),
  'somebody else gone': ({ victim }) => presence([victim, 2 ** 32, 'null']),
  'presence that is no JSON': ({ own }) => presence([own, 1, '{']),
  'presence that is not UTF-8': ({ own }) => presence([own, 1, raw(2, 0xff, 0xfe)]),
  'presence nested 500 deep': ({ own }) =>
    presence([own, 1, `{"cursor":${'['.repeat(500)}${']'.repeat(500)}}`]),
  'presence with another name': ({ own }) =>
    presence([own, 1, '{"user":{"name":"Айгүл"},"__proto__":{"name":"x"}}']),
  'presence too long': ({ own }) => presence([own, 1, JSON.stringify({ a: 'я'.repeat(2000) })]),
  'a thousand presences': ({ own }) =>
    presences(
      Array.from({ length: 999 }, (_, at): [number, number, string] => [own + at, 1, '{}']),
    ),
}

/** Frames so large that they are sent seldom. */
export const heavyBombs: Record<string, Bomb> = {
  '100,001 presences': ({ own }) =>
    presences(
      Array.from({ length: 100_001 }, (_, at): [number, number, string] => [own + at, 1, '{}']),
    ),
  'a frame at the limit': struct(4, 'x'.repeat(limits.frameBytes - 100)),
  'a frame at the limit, of zeros': () => new Uint8Array(limits.frameBytes),
  'half a million clients that a state vector names': () =>
    updateFrameOf(
      bytesOf((encoder) => {
        parts(500_000)(encoder)
        for (let at = 0; at < 500_000; at++) parts(at, 1)(encoder)
      }),
      syncTypes.stateVector,
    ),
  'letters that each belong before another': ({ own, clock, victim, victimClock }) =>
    updateFrameOf(
      structsOf(
        own,
        clock,
        Array.from({ length: 50_000 }, (_, at) =>
          parts(raw(0x44), victim, at % Math.max(victimClock, 1), 'x'),
        ),
      ),
    ),
  'types nested 10,000 deep': ({ own, clock }) =>
    updateFrameOf(
      structsOf(
        own,
        clock,
        Array.from({ length: 10_000 }, (_, at) =>
          at === 0 ? parts(raw(7), 1, 'body:ru', 2) : parts(raw(7), 0, own, clock + at - 1, 2),
        ),
      ),
    ),
}
