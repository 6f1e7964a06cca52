/** The token of the link that was opened. It stands behind the `#`, so that it never left this device by itself. */
import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const useLinkToken = (): string =>
  useSyncExternalStore(subscribe, () => location.hash.slice(1))
