/** A window above the screen: what draws it is loaded a little later than the screen itself. */
import { type ComponentProps, Suspense, useState } from 'react'
import type { DialogWindow } from './DialogWindow.tsx'
import { later } from './later.tsx'

const Window = later(() => import('./DialogWindow.tsx'), 'DialogWindow')

export function Dialog(props: ComponentProps<typeof DialogWindow>) {
  const [wasOpen, setWasOpen] = useState(props.open)
  if (props.open && !wasOpen) setWasOpen(true)
  return props.open || wasOpen ? (
    <Suspense>
      <Window {...props} />
    </Suspense>
  ) : null
}
