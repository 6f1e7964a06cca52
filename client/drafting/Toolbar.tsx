/** The tools of the text: small, steady, and all reached by the keyboard. */
import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import {
  Bold,
  Italic,
  Link,
  List,
  ListOrdered,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords, type WordId } from '#client/i18n/words.ts'
import type { BlockKind } from '#shared/text/blocks.ts'
import type { MarkName } from '#shared/text/schema.ts'
import { ClauseTools } from './clauses/ClauseTools.tsx'
import { selectedBlocks, setKind } from './editor/blocks.ts'
import { canRedo, canUndo, redo, undo } from './editor/together.ts'
import { addNote } from './footnotes/notes.ts'
import { InsertPicture } from './images/InsertPicture.tsx'
import { KindMenu } from './KindMenu.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { keysOf } from './shortcuts.ts'
import styles from './Toolbar.module.css'
import { InsertTable } from './tables/InsertTable.tsx'
import { useEditorFact } from './use-editor-state.ts'

const formats = [
  { mark: 'bold', icon: <Bold />, keys: 'Mod B' },
  { mark: 'italic', icon: <Italic />, keys: 'Mod I' },
  { mark: 'underline', icon: <Underline />, keys: 'Mod U' },
  { mark: 'strike', icon: <Strikethrough />, keys: 'Mod Shift X' },
  { mark: 'superscript', icon: <Superscript />, keys: 'Mod .' },
  { mark: 'subscript', icon: <Subscript />, keys: 'Mod ,' },
] as const satisfies readonly { mark: MarkName; icon: ReactNode; keys: string }[]

const kinds = [
  { kind: 'operative', icon: <ListOrdered />, keys: 'Mod Shift 7' },
  { kind: 'bullet', icon: <List />, keys: 'Mod Shift 8' },
  { kind: 'quotation', icon: <TextQuote />, keys: 'Mod Shift 9' },
] as const satisfies readonly { kind: BlockKind; icon: ReactNode; keys: string }[]

export function Toolbar({ editor, doc }: { editor: Editor; doc: Doc }) {
  const say = useWords()
  const [linking, setLinking] = useState(false)
  const facts = useEditorFact(editor, (one) => ({
    marks: formats.filter(({ mark }) => one.isActive(mark)).map(({ mark }) => mark as string),
    kinds: [...new Set(selectedBlocks(one.state).map(({ node }) => node.attrs.kind as BlockKind))],
    link: one.isActive('link'),
    undo: canUndo(one),
    redo: canRedo(one),
  }))

  useEffect(() => {
    const { dom } = editor.view
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setLinking(true)
    }
    dom.addEventListener('keydown', onKey)
    return () => dom.removeEventListener('keydown', onKey)
  }, [editor])

  return (
    <Base.Root className={styles.toolbar} aria-label={say('drafting.tools')}>
      <KindMenu editor={editor} />
      <Base.Separator className={styles.line} />
      {formats.map(({ mark, icon, keys }) => (
        <Tool
          key={mark}
          name={`drafting.tool.${mark}`}
          icon={icon}
          keys={keys}
          pressed={facts.marks.includes(mark)}
          onPress={() => editor.chain().focus().toggleMark(mark).run()}
        />
      ))}
      <Base.Separator className={styles.line} />
      {kinds.map(({ kind, icon, keys }) => (
        <Tool
          key={kind}
          name={`drafting.tool.${kind}`}
          icon={icon}
          keys={keys}
          pressed={facts.kinds.length === 1 && facts.kinds[0] === kind}
          onPress={() => {
            editor.view.dispatch(setKind(editor.state, kind, 0))
            editor.view.focus()
          }}
        />
      ))}
      <Base.Separator className={styles.line} />
      <Tool
        name="drafting.tool.link"
        icon={<Link />}
        keys="Mod K"
        pressed={facts.link}
        onPress={() => setLinking(true)}
      />
      <Tool
        name="drafting.tool.footnote"
        icon={
          <span aria-hidden="true">
            x<sup>1</sup>
          </span>
        }
        keys="Mod Alt F"
        onPress={() => addNote(editor, doc)}
      />
      <InsertTable editor={editor} className={styles.tool as string} />
      <InsertPicture editor={editor} className={styles.tool as string} />
      <ClauseTools editor={editor} doc={doc} />
      <Base.Separator className={styles.line} />
      <Tool
        name="drafting.tool.undo"
        icon={<Undo2 />}
        keys="Mod Z"
        disabled={!facts.undo}
        onPress={() => undo(editor)}
      />
      <Tool
        name="drafting.tool.redo"
        icon={<Redo2 />}
        keys="Mod Shift Z"
        disabled={!facts.redo}
        onPress={() => redo(editor)}
      />
      <LinkDialog editor={editor} open={linking} onClose={() => setLinking(false)} />
    </Base.Root>
  )
}

function Tool({
  name,
  icon,
  keys,
  pressed,
  disabled = false,
  onPress,
}: {
  name: WordId
  icon: ReactNode
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
}) {
  const say = useWords()
  const label = say(name)
  return (
    <Base.Button
      className={styles.tool}
      aria-label={label}
      title={keys ? `${label} (${keysOf(keys)})` : label}
      aria-pressed={pressed}
      disabled={disabled}
      // The caret stays where it is: a press must not take the focus from the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {icon}
    </Base.Button>
  )
}
