/** The settings of the program, read from the environment in this one place and checked at start. */
import { resolve } from 'node:path'
import * as v from 'valibot'

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

const number = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  )

const settings = v.object({
  PORT: v.optional(number(0, 65535), '3000'),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1, 'must name an address')), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must name a folder')), 'data'),
  DATABASE_URL: v.optional(
    v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => isOrigin(text),
        'must be an address like https://sign.example.org, no path',
      ),
    ),
  ),
  HISTORY_DAYS: v.optional(number(1, 36_500), '90'),
  TRUSTED_PROXIES: v.optional(number(0, 10), '0'),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(', ')}`), 'info'),
})

export type Config = {
  port: number
  host: string
  /** An absolute path; holds the embedded database. */
  dataDir: string
  /** A PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | null
  /** The origin that people see, without a slash at the end; null means `http://localhost:<port>`. */
  publicUrl: string | null
  /** For how many days the log keeps each change, with who and when; later only the text as it then was. */
  historyDays: number
  /** How many proxies stand in front and append to `X-Forwarded-For`. */
  trustedProxies: number
  logLevel: (typeof logLevels)[number]
}

/** Thrown when a setting is wrong; the message names each one and says what it must be. */
export class WrongSetting extends Error {}

export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(settings.entries).map((name) => [name, environment[name] || undefined]),
  )
  const result = v.safeParse(settings, given)
  if (!result.success) {
    const lines = result.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`)
    throw new WrongSetting(lines.join('\n'))
  }
  const read = result.output
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    publicUrl: read.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    historyDays: read.HISTORY_DAYS,
    trustedProxies: read.TRUSTED_PROXIES,
    logLevel: read.LOG_LEVEL,
  }
}

function isOrigin(text: string): boolean {
  try {
    const url = new URL(text)
    return ['http:', 'https:'].includes(url.protocol) && `${url.origin}/` === url.href
  } catch {
    return false
  }
}
