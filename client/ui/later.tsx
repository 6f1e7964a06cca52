/** Parts of a screen that nobody needs at once: loaded when the screen stands, or when they are asked for before. */
import { type ComponentType, useEffect, useSyncExternalStore } from 'react'
import { gatherParts, type Part } from './parts.ts'

/** All of this page. `MissingParts` says what somebody waits for. */
export const parts = gatherParts()

/** By then what was opened mostly stands; from then on its parts are there though the connection may not be. */
const leisureMs = 1500

/** Its `part` is there to be asked for before it is drawn. */
type LaterComponent<Props> = ComponentType<Props> & { part: Part<ComponentType<Props>> }

/**
 * The component of this name. Nothing is drawn until it is there; what is there already is drawn at
 * once: whoever opens a window types into it with the next key.
 */
export function later<Name extends string, Props extends object>(
  load: () => Promise<{ [name in Name]: ComponentType<Props> }>,
  name: Name,
  /** Set for what stands beside the work: nobody need be told that it is on its way. */
  { isAside = false } = {},
): LaterComponent<Props> {
  const part = parts.part<ComponentType<Props>>(async () => (await load())[name])
  setTimeout(() => void part.ask(), leisureMs)
  function Later(props: Props) {
    const Loaded = useSyncExternalStore(part.subscribe, part.content)
    useEffect(() => {
      void part.ask()
      return isAside ? waitIfMissing(part) : part.wait()
    }, [])
    return Loaded && <Loaded {...props} />
  }
  return Object.assign(Later, { part })
}

/** What stands aside is spoken of only when it did not come. */
function waitIfMissing(part: Part<unknown>): () => void {
  let end: (() => void) | null = null
  const look = () => {
    if (part.standing() === 'missing') end ??= part.wait()
  }
  look()
  const stop = part.subscribe(look)
  return () => {
    stop()
    end?.()
  }
}
