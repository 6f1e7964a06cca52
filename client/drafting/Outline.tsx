/** The clauses and headings at a glance, and the way to each. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useWords } from '#client/i18n/words.ts'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter, type BlockKind } from '#shared/text/blocks.ts'
import { numberLabels } from '#shared/text/numbering.ts'
import { goToBlock } from './editor/go-to.ts'
import styles from './Outline.module.css'
import { useEditorFact } from './use-editor-state.ts'

type Entry = { pos: number; label: string; words: string; kind: BlockKind; level: number }

export function Outline({ editor, language }: { editor: Editor; language: Language }) {
  const say = useWords()
  const entries = useEditorFact(editor, ({ state }) => outlineOf(state.doc, language))

  return (
    <nav className={styles.outline} aria-label={say('drafting.outline')}>
      <h2>{say('drafting.outline')}</h2>
      {entries.length === 0 && <p>{say('drafting.outline.empty')}</p>}
      <ol>
        {entries.map(({ pos, label, words, kind, level }) => (
          <li key={pos} data-kind={kind} data-level={level}>
            <button type="button" onClick={() => goToBlock(editor, pos)}>
              <span className={styles.label}>{label}</span>
              <span lang={language}>{words}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const shown: readonly BlockKind[] = ['heading', 'preamble', 'operative']

function outlineOf(doc: Node, language: Language): Entry[] {
  const blocks = doc.children.map(({ attrs }) => ({
    kind: (attrs.kind ?? 'plain') as BlockKind,
    level: attrs.level ?? 0,
    start: attrs.start ?? null,
  }))
  const labels = numberLabels(blocks, language)
  const entries: Entry[] = []
  doc.forEach((node, pos, at) => {
    const { kind, level } = blocks[at] as (typeof blocks)[number]
    const words = node.textContent.replaceAll(anchorCharacter, '').trim().slice(0, 60)
    if (!shown.includes(kind) || !words) return
    entries.push({ pos, label: labels[at] || (kind === 'preamble' ? '¶' : ''), words, kind, level })
  })
  return entries
}
