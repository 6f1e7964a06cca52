/** The addresses of the application's screens; the server hands out the application behind exactly these. */

/** Patterns as the router reads them. Tokens stand behind a `#`, so that no server or proxy ever sees them. */
export const screens = {
  home: '/',
  start: '/start',
  join: '/join',
  signIn: '/sign-in',
  sign: '/sign',
  me: '/me',
  organisations: '/coalitions/:coalition/organisations',
  people: '/coalitions/:coalition/people',
  newStatement: '/coalitions/:coalition/new',
  statement: '/statements/:statement',
  signatures: '/statements/:statement/signatures',
  releases: '/statements/:statement/releases',
  release: '/statements/:statement/releases/:release',
  freeze: '/statements/:statement/freeze',
  details: '/statements/:statement/details',
} as const

export type Screen = keyof typeof screens

/** The address of a screen with its parameters filled in. */
export const screenPath = (screen: Screen, params: Record<string, string> = {}): string =>
  screens[screen].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

const patterns = Object.values(screens).map(
  (pattern) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`),
)

/** Whether the application has a screen at this path. */
export const isScreen = (path: string): boolean => patterns.some((pattern) => pattern.test(path))
