/** The headers that keep pages to themselves: no third party, no frame, no script that is not ours. [SAFE1] */
import { secureHeaders } from 'hono/secure-headers'

const policy = (directives: Record<string, string>): string =>
  Object.entries({
    'default-src': "'none'",
    ...directives,
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** For the application: its own scripts, styles and pictures, and its own socket. */
export const applicationPolicy = (publicUrl: string): string =>
  policy({
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self' ${publicUrl.replace(/^http/, 'ws')}`,
    'form-action': "'self'",
  })

/** For public pages: no script at all, and of styles exactly the one that the page carries. */
export const publicPolicy = (styleHash: string): string =>
  policy({
    'style-src': `'${styleHash}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'form-action': "'none'",
  })

export const securityHeaders = (publicUrl: string) =>
  secureHeaders({
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
    },
  })
