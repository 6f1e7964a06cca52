/** The text of one language, edited together. */
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import type { Language } from '#shared/language/languages.ts'
import { bodyOf, readNodes } from '#shared/text/draft.ts'
import { draftExtensions } from './editor/draft-extensions.ts'
import { goToAddressed } from './editor/go-to.ts'
import type { NumbersOptions } from './editor/numbers.ts'
import './editor/editor.css'
import './editor/review.css'
import styles from './Editor.module.css'
import { FootnoteList } from './FootnoteList.tsx'
import { Outline } from './Outline.tsx'
import { SuggestionBar } from './SuggestionBar.tsx'
import { Toolbar } from './Toolbar.tsx'

export function Editor({ draft, language }: { draft: DraftConnection; language: Language }) {
  const say = useWords()
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  const numbers = useMemo<NumbersOptions>(
    () => ({
      language,
      sayNote: (number) => say('drafting.footnote.number', { number }),
      lostReference: say('drafting.reference.lost'),
    }),
    [language, say],
  )
  const fragment = bodyOf(draft.doc, language)
  const editor = useEditor(
    {
      extensions: draftExtensions(
        { fragment, awareness: draft.awareness, onIncoming: draft.onIncoming },
        numbers,
      ),
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
    [fragment, numbers],
  )

  useEffect(() => {
    if (editor.isEditable !== mayEdit) editor.setEditable(mayEdit)
  }, [editor, mayEdit])

  useEffect(() => goToAddressed(editor), [editor])

  return (
    <div className={styles.work}>
      <Outline editor={editor} language={language} />
      <div className={styles.desk}>
        {mayEdit && <Toolbar editor={editor} doc={draft.doc} />}
        <SuggestionBar editor={editor} doc={draft.doc} mayEdit={mayEdit} />
        <article className={styles.paper}>
          <EditorContent editor={editor} />
          <FootnoteList editor={editor} draft={draft} numbers={numbers} />
        </article>
      </div>
    </div>
  )
}
