/** The tools of the text: small, steady, and all reached by the keyboard. */
import {
  Bold,
  Italic,
  Link,
  List,
  ListOrdered,
  Redo2,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Toolbar as Row } from '#client/ui/Toolbar.tsx'
import type { BlockKind } from '#shared/text/blocks.ts'
import type { MarkName } from '#shared/text/schema.ts'
import { selectedBlocks, setKind } from './editor/blocks.ts'
import { canRedo, canUndo, redo, undo } from './editor/together.ts'
import { InsertMenu } from './InsertMenu.tsx'
import type { EditingPlace } from './insertions.ts'
import { KindMenu } from './KindMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { Tool } from './Tool.tsx'
import styles from './Toolbar.module.css'
import { useEditorFact } from './use-editor-state.ts'

const formats = [
  { mark: 'bold', icon: <Bold />, keys: 'Mod B' },
  { mark: 'italic', icon: <Italic />, keys: 'Mod I' },
  { mark: 'underline', icon: <Underline />, keys: 'Mod U' },
  { mark: 'strike', icon: <Strikethrough />, keys: 'Mod Shift X' },
] as const satisfies readonly { mark: MarkName; icon: ReactNode; keys: string }[]

const kinds = [
  { kind: 'operative', icon: <ListOrdered />, keys: 'Mod Shift 7' },
  { kind: 'bullet', icon: <List />, keys: 'Mod Shift 8' },
  { kind: 'quotation', icon: <TextQuote />, keys: 'Mod Shift 9' },
] as const satisfies readonly { kind: BlockKind; icon: ReactNode; keys: string }[]

/** What does not fit lies in the middle, which scrolls: the kind of the block and what can be put in stay in sight. */
export function Toolbar({ place }: { place: EditingPlace }) {
  const say = useWords()
  const { editor, open } = place
  const facts = useEditorFact(editor, (one) => ({
    marks: formats.filter(({ mark }) => one.isActive(mark)).map(({ mark }) => mark as string),
    kinds: [...new Set(selectedBlocks(one.state).map(({ node }) => node.attrs.kind as BlockKind))],
    link: one.isActive('link'),
    undo: canUndo(one),
    redo: canRedo(one),
  }))

  return (
    <Row className={styles.toolbar} label={say('drafting.tools')}>
      <div className={styles.start}>
        <KindMenu editor={editor} />
      </div>
      <div className={styles.middle}>
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
        <span className={styles.line} aria-hidden="true" />
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
        <Tool
          name="drafting.tool.link"
          icon={<Link />}
          keys="Mod K"
          pressed={facts.link}
          onPress={() => open('link')}
        />
        <span className={styles.line} aria-hidden="true" />
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
      </div>
      <div className={styles.end}>
        <InsertMenu place={place} />
        <MoreMenu place={place} />
      </div>
    </Row>
  )
}
