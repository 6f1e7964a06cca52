/** The text of one language, edited together. */
import { EditorContent, useEditor } from '@tiptap/react'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import type { Language } from '#shared/language/languages.ts'
import { bodyOf, readNodes } from '#shared/text/draft.ts'
import { numberingOf } from '#shared/text/form.ts'
import { BlockHandle } from './clauses/BlockHandle.tsx'
import { clauseExtensions } from './clauses/clause-extensions.ts'
import { SuggestionList } from './clauses/SuggestionList.tsx'
import { onNumbering } from './clauses/use-numbering.ts'
import { draftExtensions } from './editor/draft-extensions.ts'
import { goToAddressed } from './editor/go-to.ts'
import type { NumbersOptions } from './editor/numbers.ts'
import './editor/editor.css'
import './tables/tables.css'
import styles from './Editor.module.css'
import { FootnoteList } from './FootnoteList.tsx'
import { NoteInPlace } from './footnotes/NoteInPlace.tsx'
import { PictureTools } from './images/PictureTools.tsx'
import { Pictures } from './images/sending.ts'
import { useSendingWords } from './images/use-sending-words.ts'
import './images/images.css'
import { Outline, OutlineDrawer } from './Outline.tsx'
import { Toolbar } from './Toolbar.tsx'
import { TableTools } from './tables/TableTools.tsx'

export function Editor({
  statement,
  draft,
  language,
}: {
  statement: string
  draft: DraftConnection
  language: Language
}) {
  const say = useWords()
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  const numbers = useMemo<NumbersOptions>(
    () => ({
      language,
      sayNote: (number) => say('drafting.footnote.number', { number }),
      lostReference: say('drafting.reference.lost'),
      sayReference: (label, words) => say('clauses.reference.said', { label, words }),
      numbering: () => numberingOf(draft.doc),
      onNumbering: (listener) => onNumbering(draft.doc, listener),
    }),
    [draft, language, say],
  )
  const sending = useSendingWords()
  const paper = useRef<HTMLElement>(null)
  const fragment = bodyOf(draft.doc, language)
  const editor = useEditor(
    {
      extensions: [
        ...draftExtensions(
          { fragment, awareness: draft.awareness, onIncoming: draft.onIncoming },
          numbers,
        ),
        Pictures.configure({ statement, words: sending }),
        ...clauseExtensions(draft.doc, language),
      ],
      content: readNodes(fragment).toJSON(),
      editable: mayEdit,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'statement',
          lang: language,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': say('drafting.text', { language: say(`language.${language}`) }),
          spellcheck: 'true',
        },
      },
    },
    [fragment, numbers, sending],
  )

  useEffect(() => {
    if (editor.isEditable !== mayEdit) editor.setEditable(mayEdit)
  }, [editor, mayEdit])

  useEffect(() => goToAddressed(editor), [editor])

  const captionWords = {
    '--caption-words': JSON.stringify(say('images.caption')),
  } as CSSProperties

  return (
    <div className={styles.work}>
      <Outline editor={editor} doc={draft.doc} language={language} />
      <div className={styles.desk}>
        <OutlineDrawer editor={editor} doc={draft.doc} language={language} />
        {mayEdit && <Toolbar editor={editor} doc={draft.doc} />}
        {mayEdit && <TableTools editor={editor} />}
        {mayEdit && <PictureTools editor={editor} />}
        <article ref={paper} className={styles.paper} style={captionWords}>
          {mayEdit && <BlockHandle editor={editor} doc={draft.doc} paper={paper} />}
          <EditorContent editor={editor} />
          <SuggestionList editor={editor} doc={draft.doc} language={language} />
          <NoteInPlace editor={editor} draft={draft} numbers={numbers} />
          <FootnoteList editor={editor} draft={draft} numbers={numbers} />
        </article>
      </div>
    </div>
  )
}
