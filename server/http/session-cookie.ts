/** The session's cookie: readable by no script, sent to no other site. */
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'

/** Over https the name begins with `__Host-`: browsers then refuse it from anything but this very host. */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-session' : 'session'
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const
  return {
    read: (c: HonoContext) => getCookie(c, name),
    readHeader: (header: string | undefined) => (header ? parse(header, name)[name] : undefined),
    write: (c: HonoContext, token: string, expires: Date) =>
      setCookie(c, name, token, { ...options, expires }),
    clear: (c: HonoContext) => deleteCookie(c, name, options),
  }
}
