/** Parts of a screen that nobody needs at once: loaded when the screen stands, or when they are asked for before. */
import { type ComponentType, lazy } from 'react'

/** By then what was opened stands; from then on its parts are there though the connection may not be. */
const leisureMs = 5000

/** The component of this name. Without a connection it waits for one, as the text itself does. */
export function later<Name extends string, Props>(
  load: () => Promise<{ [name in Name]: ComponentType<Props> }>,
  name: Name,
) {
  const loadPart = async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: (await load())[name] }
    } catch (fault) {
      if (navigator.onLine) throw fault
      await new Promise((done) => window.addEventListener('online', done, { once: true }))
      return loadPart()
    }
  }
  setTimeout(() => void load().catch(() => undefined), leisureMs)
  return lazy(loadPart)
}
