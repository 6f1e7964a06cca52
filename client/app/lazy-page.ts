/** Pages that are loaded when they are first gone to. */
import { type ComponentType, lazy } from 'react'

/** The page of this name. */
export const lazyPage = <Name extends string>(
  load: () => Promise<{ [name in Name]: ComponentType }>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] }))
