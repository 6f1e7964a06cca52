/** A window above the screen: what draws it is loaded a little later than the screen itself. */
import { type ComponentProps, useState } from 'react'
import type { DialogWindow } from './DialogWindow.tsx'
import { later } from './later.tsx'

const Window = later(() => import('./DialogWindow.tsx'), 'DialogWindow')

export function Dialog(props: ComponentProps<typeof DialogWindow>) {
  const [wasOpen, setWasOpen] = useState(props.open)
  if (props.open && !wasOpen) setWasOpen(true)
  // Once open it stays, so that it can be seen to go; nobody waits for one that never came.
  return props.open || (wasOpen && Window.part.content()) ? <Window {...props} /> : null
}
