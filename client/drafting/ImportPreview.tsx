/** The text of a file as it will look once it is brought in: to be read, not written. [DRAFT7] */
import { useMemo } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { Language } from '#shared/language/languages.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import type { NumbersOptions } from './editor/drawn-numbers.ts'
import { Numbers } from './editor/numbers.ts'
import { schemaExtensions } from './editor/schema-extensions.ts'
import { EditorContent, useLiveEditor } from './editor/use-live-editor.tsx'
import { footnoteOrder } from './editor/what-is-numbered.ts'
import './editor/anchors.css'
import './editor/editor.css'
import './editor/review.css'
import './images/images.css'
import styles from './ImportPreview.module.css'
import { ShownPictures } from './images/shown-pictures.ts'
import { useEditorFact } from './use-editor-state.ts'

/** Enough to know the file by; more would only make a phone slow. */
const mostBlocks = 200

export function ImportPreview({
  blocks,
  footnotes,
  language,
  numbering,
  pictures,
}: {
  blocks: readonly NodeJson[]
  footnotes: { [id: string]: readonly NodeJson[] }
  language: Language
  numbering: NumberingStyle
  /** What is shown of pictures that nothing keeps yet, by their asset. */
  pictures: { [asset: string]: string }
}) {
  const say = useWords()
  const extensions = useMemo(
    () => [
      ...schemaExtensions(),
      ShownPictures.configure({ pictures }),
      Numbers.configure({
        language,
        sayNote: (number) => say('drafting.footnote.number', { number }),
        sayHeading: () => say('drafting.kind.heading'),
        lostReference: say('drafting.reference.lost'),
        sayReference: (label, words) => say('clauses.reference.said', { label, words }),
        numbering: () => numbering,
        onNumbering: () => () => undefined,
      } satisfies NumbersOptions),
    ],
    [language, say, numbering, pictures],
  )
  const editor = useLiveEditor(
    {
      extensions,
      content: { type: 'doc', content: blocks.slice(0, mostBlocks) },
      editable: false,
      editorProps: { attributes: { class: 'statement', lang: language, role: 'document' } },
    },
    [blocks, extensions],
  )
  const order = useEditorFact(editor, ({ state }) => footnoteOrder(state.doc))
  const hidden = blocks.length - mostBlocks
  return (
    // A text that scrolls by itself must be reached by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={styles.paper} aria-label={say('files.import.preview')} tabIndex={0}>
      <EditorContent editor={editor} />
      {order.length > 0 && (
        <ol className={styles.notes} aria-label={say('files.import.footnotes')} lang={language}>
          {order.map((id) => (
            <li key={id}>
              <Words nodes={footnotes[id] ?? []} />
            </li>
          ))}
        </ol>
      )}
      {hidden > 0 && <p className={styles.more}>{say('files.import.more', { count: hidden })}</p>}
    </section>
  )
}

/** The words of a note, with what is suggested of them. */
function Words({ nodes }: { nodes: readonly NodeJson[] }) {
  const inlines = nodes.flatMap(({ content = [] }, at) =>
    at > 0 ? [{ type: 'text', text: ' ' }, ...content] : content,
  )
  return inlines.map((inline, at) => {
    const { text, marks } = inline as { text?: string; marks?: { type: string }[] }
    const has = (type: string) => marks?.some((mark) => mark.type === type)
    const Tag = has('deletion') ? 'del' : has('insertion') ? 'ins' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a preview do not move
    return <Tag key={at}>{text ?? ' '}</Tag>
  })
}
