/** The tools of clauses in the toolbar: a reference to another one, and what can be done with this one. */
import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { EllipsisVertical } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { refer } from '../references/refer.ts'
import styles from '../Toolbar.module.css'
import { BlockMenu } from './BlockMenu.tsx'

export function ClauseTools({ editor, doc }: { editor: Editor; doc: Doc }) {
  const say = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState<string | null>(null)

  function openMenu() {
    const { doc: shown, selection } = editor.state
    const $from = shown.resolve(selection.from)
    setMenu(($from.depth > 0 ? $from.node(1) : $from.nodeAfter)?.attrs.id ?? null)
  }

  return (
    <>
      <Toolbar.Button
        className={styles.tool}
        aria-label={say('clauses.reference')}
        title={say('clauses.reference.hint')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => refer(editor)}
      >
        <span aria-hidden="true">§</span>
      </Toolbar.Button>
      <Toolbar.Button
        ref={button}
        className={styles.tool}
        aria-label={say('clauses.menu')}
        title={say('clauses.menu')}
        aria-haspopup="menu"
        onMouseDown={(event) => event.preventDefault()}
        onClick={openMenu}
      >
        <EllipsisVertical aria-hidden="true" />
      </Toolbar.Button>
      <BlockMenu
        editor={editor}
        doc={doc}
        id={menu}
        anchor={button}
        open={menu !== null}
        onClose={() => setMenu(null)}
      />
    </>
  )
}
