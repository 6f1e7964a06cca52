/** A note that nobody is in: its words, which become an editor as soon as somebody comes to them. [DRAFT6] */
import { DOMSerializer } from '@tiptap/pm/model'
import { type MouseEvent, type PointerEvent, useLayoutEffect, useRef } from 'react'
import type { XmlFragment } from 'yjs'
import type { Language } from '#shared/language/languages.ts'
import { readNodes } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import styles from '../FootnoteEditor.module.css'
import { isJustWords } from './just-words.ts'

/**
 * An editor for each of hundreds of notes would keep whoever opens the text waiting. What others write
 * is shown here too. A mouse makes the editor before it is pressed and a finger when it is lifted, so that
 * the caret goes where it was meant to; keyboard and screen reader make it by the focus, which the editor then has.
 */
export function StillNote({
  fragment,
  language,
  label,
  mayEdit,
  onNeed,
  onCome,
  onPress,
  onFocus,
}: {
  fragment: XmlFragment
  language: Language
  label: string
  mayEdit: boolean
  /** It has come to hold what only an editor shows. */
  onNeed: () => void
  /** Somebody may be about to press on it. */
  onCome: () => void
  /** Somebody has pressed there, and not come over it before: a finger. */
  onPress: (at: { left: number; top: number }) => void
  /** Somebody is in it, and types with the next key. */
  onFocus: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const need = useRef(onNeed)
  need.current = onNeed
  useLayoutEffect(() => {
    const draw = () => {
      if (!isJustWords(fragment)) return need.current()
      box.current?.replaceChildren(wordsOf(fragment))
    }
    draw()
    fragment.observeDeep(draw)
    return () => fragment.unobserveDeep(draw)
  }, [fragment])
  return (
    // biome-ignore lint/a11y/useSemanticElements: it becomes an editor, and is said to be one before
    <div
      ref={box}
      className={styles.note}
      lang={language}
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-readonly={!mayEdit}
      tabIndex={mayEdit ? 0 : undefined}
      {...(mayEdit && {
        onPointerOver: ({ pointerType }: PointerEvent) => {
          // What a finger lies on must not be taken away from under it.
          if (pointerType !== 'touch') onCome()
        },
        onMouseDown: (event: MouseEvent) => {
          event.preventDefault()
          onPress({ left: event.clientX, top: event.clientY })
        },
        onFocus,
      })}
    />
  )
}

function wordsOf(fragment: XmlFragment): DocumentFragment {
  const words = document.createDocumentFragment()
  DOMSerializer.fromSchema(schema).serializeFragment(readNodes(fragment).content, {}, words)
  for (const block of words.children) {
    // So that an empty line has the height of one, as in the editor.
    if (!block.hasChildNodes()) block.append(document.createElement('br'))
  }
  return words
}
