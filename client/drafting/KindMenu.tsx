/** What the selected blocks are: plain text, clause, heading, list, quotation. */
import type { Editor } from '@tiptap/core'
import { ChevronDown } from 'lucide-react'
import { useWords, type WordId } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import type { BlockKind } from '#shared/text/blocks.ts'
import { selectedBlocks, setKind } from './editor/blocks.ts'
import styles from './KindMenu.module.css'
import { useEditorFact } from './use-editor-state.ts'

const kinds = [
  { kind: 'plain', level: 0, name: 'drafting.kind.plain' },
  { kind: 'heading', level: 1, name: 'drafting.kind.title' },
  { kind: 'heading', level: 2, name: 'drafting.kind.heading' },
  { kind: 'heading', level: 3, name: 'drafting.kind.subheading' },
  { kind: 'preamble', level: 0, name: 'drafting.kind.preamble' },
  { kind: 'operative', level: 0, name: 'drafting.kind.operative' },
  { kind: 'operative', level: 1, name: 'drafting.kind.sub-clause' },
  { kind: 'bullet', level: 0, name: 'drafting.kind.bullet' },
  { kind: 'numbered', level: 0, name: 'clauses.kind.numbered' },
  { kind: 'quotation', level: 0, name: 'drafting.kind.quotation' },
] as const satisfies readonly { kind: BlockKind; level: number; name: WordId }[]

export function KindMenu({ editor }: { editor: Editor }) {
  const say = useWords()
  const current = useEditorFact(editor, ({ state }) => {
    const found = selectedBlocks(state).map(({ node }) => `${node.attrs.kind} ${node.attrs.level}`)
    return new Set(found).size === 1 ? found[0] : undefined
  })
  const named = kinds.find(({ kind, level }) => `${kind} ${level}` === current)
  const name = say(named?.name ?? 'drafting.kind')

  function choose(kind: BlockKind, level: number) {
    // To choose what the block is already changes nothing: `setKind` would make it plain.
    if (`${kind} ${level}` !== current) editor.view.dispatch(setKind(editor.state, kind, level))
    editor.view.focus()
  }

  return (
    <Menu
      label={`${say('drafting.kind')}: ${name}`}
      className={styles.kind}
      trigger={
        <>
          <span>{name}</span>
          <ChevronDown aria-hidden="true" />
        </>
      }
      entries={kinds.map(({ kind, level, name: label }) => ({
        label: say(label),
        checked: named?.name === label,
        onChoose: () => choose(kind, level),
      }))}
    />
  )
}
