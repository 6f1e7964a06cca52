/** Parts of a screen that nobody needs at once: loaded when the screen stands, or when they are asked for before. */
import { type ComponentType, lazy, useRef } from 'react'

/** By then what was opened mostly stands; from then on its parts are there though the connection may not be. */
const leisureMs = 1500

/** The component of this name. Without a connection it waits for one, as the text itself does. */
export function later<Name extends string, Props extends object>(
  load: () => Promise<{ [name in Name]: ComponentType<Props> }>,
  name: Name,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null
  const loadPart = async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      Loaded = (await load())[name]
      return { default: Loaded }
    } catch (fault) {
      if (navigator.onLine) throw fault
      await new Promise((done) => window.addEventListener('online', done, { once: true }))
      return loadPart()
    }
  }
  const Waiting = lazy(loadPart) as unknown as ComponentType<Props>
  setTimeout(() => void loadPart().catch(() => undefined), leisureMs)
  // What is there already is drawn at once: whoever opens a window types into it with the next key.
  return function Later(props: Props) {
    const Part = useRef(Loaded ?? Waiting).current
    return <Part {...props} />
  }
}
