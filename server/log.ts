/** The log: one JSON line an event, without names, titles, texts, addresses or tokens. [SAFE2] */
import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * What a fault may leave in the log: its kind, code and the places in the program it went through.
 * Its message is left out, since databases and parsers quote what they were given.
 */
function faultForLog(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault }
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code } = fault as { code?: unknown }
  return {
    kind: fault.name,
    ...(typeof code === 'string' && { code }),
    places: places.slice(0, 12).map((line) => line.trim()),
    ...(fault.cause !== undefined && { cause: faultForLog(fault.cause) }),
  }
}

export const createLog = (level: string): Log =>
  pino({ level, base: null, serializers: { fault: (fault: unknown) => faultForLog(fault) } })
