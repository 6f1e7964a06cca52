/** How often a stranger may ask. Addresses are counted in memory only, and forgotten within a minute. [SAFE2] */

import type { IncomingMessage } from 'node:http'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '#shared/refusals.ts'

/** Calls a minute: many people may stand behind one address of an office or of Tor. */
const callsPerMinute = { stranger: 300, file: 30, socket: 120 } as const

export type Limit = keyof typeof callsPerMinute

export class Limits {
  readonly #trustedProxies: number
  readonly #counters = new Map(
    Object.entries(callsPerMinute).map(([limit, points]) => [
      limit,
      new RateLimiterMemory({ points, duration: 60 }),
    ]),
  )

  constructor(trustedProxies: number) {
    this.#trustedProxies = trustedProxies
  }

  /** Counts a call. Throws `too-many-requests` with the seconds after which to try again. */
  async count(limit: Limit, key: string): Promise<void> {
    try {
      await this.#counters.get(limit)?.consume(key)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw new Refusal('too-many-requests', { seconds: Math.ceil(refused.msBeforeNext / 1000) })
    }
  }

  addressOf(c: HonoContext): string {
    return this.#pick(c.req.header('x-forwarded-for'), getConnInfo(c).remote.address)
  }

  addressOfSocket(request: IncomingMessage): string {
    const header = request.headers['x-forwarded-for']
    return this.#pick(
      Array.isArray(header) ? header.join(',') : header,
      request.socket.remoteAddress,
    )
  }

  /** Each trusted proxy appends the address it was called from; what stands before that is the caller's claim. */
  #pick(forwarded: string | undefined, direct: string | undefined): string {
    if (this.#trustedProxies === 0) return direct ?? ''
    const chain = (forwarded ?? '').split(',').map((part) => part.trim())
    return chain.at(-this.#trustedProxies) || (direct ?? '')
  }
}
