/** The shortcuts that open something or put something in; those of formats and kinds are the editor's own. */
import { useEffect } from 'react'
import { editingActs } from './editing-acts.ts'
import { type EditingPlace, insertions } from './insertions.ts'
import { keysPressed } from './shortcuts.ts'

export function useEditingKeys(place: EditingPlace, mayEdit: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector(modal)) return
      const act = meant(event, place, mayEdit)
      if (!act) return
      event.preventDefault()
      act(place)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [place, mayEdit])
}

/** Short news has the role of a dialog too, and keeps nobody from anything. */
const modal = '[role="dialog"][data-open]:not([aria-modal="false"])'

type Act = (place: EditingPlace) => void

function meant(event: KeyboardEvent, { editor }: EditingPlace, mayEdit: boolean): Act | null {
  if (event.key === '?' && !isTyping(event.target)) return ({ open }) => open('shortcuts')
  if (event.key === 'Escape' && isInTools(event.target))
    return ({ editor: { view } }) => view.focus()
  const keys = keysPressed(event)
  if (!keys) return null
  if (mayEdit && (keys === 'Alt F10' || keys === 'F6')) return goToToolbar
  const act = editingActs.find((one) => one.group !== 'format' && one.keys === keys)
  if (act) return mayEdit || act.reads ? act.run : null
  const insertion = insertions.find((one) => !one.isKind && one.keys === keys)
  return insertion && mayEdit && editor.isFocused ? insertion.run : null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'))

const isInTools = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="toolbar"]') !== null

/** To the tools, and from there back to the text. */
function goToToolbar({ editor }: EditingPlace) {
  const tools = document.querySelector('[role="toolbar"]')
  if (tools?.contains(document.activeElement)) return editor.view.focus()
  tools?.querySelector<HTMLElement>('button[tabindex="0"], button')?.focus()
}
