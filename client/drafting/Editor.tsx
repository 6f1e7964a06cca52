/** The text of one language, edited together. */
import type { Editor as LiveEditor } from '@tiptap/core'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import { later } from '#client/ui/later.tsx'
import { useLeisure } from '#client/ui/use-leisure.ts'
import { WhenTime } from '#client/ui/WhenTime.tsx'
import type { Language } from '#shared/language/languages.ts'
import type { StatementKind } from '#shared/statements.ts'
import { bodyOf, readNodes } from '#shared/text/draft.ts'
import { numberingOf } from '#shared/text/form.ts'
import { clauseExtensions } from './clauses/clause-extensions.ts'
import { onNumbering } from './clauses/use-numbering.ts'
import { draftExtensions } from './editor/draft-extensions.ts'
import type { NumbersOptions } from './editor/drawn-numbers.ts'
import { goToAddressed, goToId } from './editor/go-to.ts'
import { EditorContent, useLiveEditor } from './editor/use-live-editor.tsx'
import { FindBarToCome } from './find/FindBarToCome.tsx'
import { NoteInPlace } from './footnotes/NoteInPlace.tsx'
import './editor/anchors.css'
import './editor/editor.css'
import './editor/empty-words.css'
import './editor/review.css'
import './tables/tables.css'
import { CountLine } from './counts/CountLine.tsx'
import styles from './Editor.module.css'
import type { EditorDialog } from './editor-dialogs.ts'
import { FootnoteList } from './FootnoteList.tsx'
import { type Seeking, startSeeking } from './find/seeking.ts'
import { BroughtPictures } from './images/bring-along.ts'
import { Pictures } from './images/sending.ts'
import { useSendingWords } from './images/use-sending-words.ts'
import './images/images.css'
import type { EditingPlace } from './insertions.ts'
import { Outline, OutlineDrawer } from './Outline.tsx'
import { PrintHead } from './printing/PrintHead.tsx'
import { SlashMenu } from './slash/SlashMenu.tsx'
import { SlashTyped } from './slash/slash.ts'
import { Toolbar } from './Toolbar.tsx'
import { heedInput } from './typing/letter-first.ts'
import { useCaretInSight } from './use-caret-in-sight.ts'
import { useEditingKeys } from './use-editing-keys.ts'

const aside = { isAside: true }
const BlockHandle = later(() => import('./clauses/BlockHandle.tsx'), 'BlockHandle', aside)
const EditorDialogs = later(() => import('./EditorDialogs.tsx'), 'EditorDialogs')
const FindBar = later(() => import('./find/FindBar.tsx'), 'FindBar')
const OpeningList = later(() => import('./clauses/OpeningList.tsx'), 'OpeningList', aside)
const PictureTools = later(() => import('./images/PictureTools.tsx'), 'PictureTools', aside)
const StateChip = later(() => import('./StateChip.tsx'), 'StateChip', aside)
const SuggestionBar = later(() => import('./SuggestionBar.tsx'), 'SuggestionBar', aside)
const TableTools = later(() => import('./tables/TableTools.tsx'), 'TableTools', aside)
const TemplateOffer = later(() => import('./templates/TemplateOffer.tsx'), 'TemplateOffer', aside)

export function Editor({
  statement,
  draft,
  language,
  symbol,
  kind,
  languages,
  seeking,
  onSeek,
  onGo,
}: {
  /** Its id. */
  statement: string
  draft: DraftConnection
  language: Language
  /** Of the statement, as its kind and its languages are. */
  symbol: string
  kind: StatementKind
  languages: readonly Language[]
  /** What is being looked for, which outlives a change of language. */
  seeking: Seeking | null
  onSeek: (seeking: Seeking | null) => void
  /** Goes to a block of another language. */
  onGo: (language: Language, block: string | null) => void
}) {
  const say = useWords()
  const leisure = useLeisure()
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  const numbers = useMemo<NumbersOptions>(
    () => ({
      language,
      sayNote: (number) => say('drafting.footnote.number', { number }),
      sayHeading: (level) => say(level > 1 ? 'drafting.kind.heading' : 'drafting.kind.title'),
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
  const editor = useLiveEditor(
    {
      extensions: [
        ...draftExtensions(
          { fragment, awareness: draft.awareness, onIncoming: draft.onIncoming },
          numbers,
        ),
        Pictures.configure({ statement, words: sending }),
        BroughtPictures.configure({ statement, onLost: sending.lost }),
        ...clauseExtensions(draft.doc, language),
        SlashTyped,
      ],
      content: readNodes(fragment).toJSON(),
      editable: mayEdit,
      editorProps: {
        // The tools stand before the text at one edge of the screen.
        scrollThreshold: { top: 72, bottom: 128, left: 0, right: 0 },
        scrollMargin: { top: 96, bottom: 144, left: 0, right: 0 },
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
    '--title-words': mayEdit ? JSON.stringify(say('drafting.kind.title')) : undefined,
    '--empty-words': mayEdit ? JSON.stringify(say('typing.empty')) : undefined,
    '--note-words': mayEdit ? JSON.stringify(say('drafting.footnote.empty')) : undefined,
  } as CSSProperties
  const [dialog, setDialog] = useState<EditorDialog | null>(null)
  const close = useCallback(() => setDialog(null), [])
  const sought = useRef(seeking)
  useEffect(() => {
    sought.current = seeking
  }, [seeking])
  const open = useCallback(
    (next: EditorDialog) => {
      if (next !== 'find' && next !== 'replace') return setDialog(next)
      // Once the focus is elsewhere the editor is not told any more where the caret was put.
      if (editor.view.hasFocus()) heedInput(editor.view)
      const { from, to } = editor.state.selection
      const words = editor.state.doc.textBetween(from, to, '\n')
      // The bar is there, and has the focus, before the next key comes.
      flushSync(() => onSeek(startSeeking(sought.current, words, next === 'replace')))
    },
    [editor, onSeek],
  )
  const [notes] = useState(() => new Map<string, LiveEditor>())
  const [areNotesAwake, setNotesAwake] = useState(false)
  const wakeNotes = useCallback(() => flushSync(() => setNotesAwake(true)), [])
  const place = useMemo<EditingPlace>(
    () => ({ editor, notes, wakeNotes, doc: draft.doc, language, open }),
    [editor, notes, wakeNotes, draft, language, open],
  )

  useEditingKeys(place, mayEdit)
  useCaretInSight(editor)

  return (
    <div className={styles.work}>
      <Outline editor={editor} doc={draft.doc} language={language} />
      <div className={styles.desk}>
        <OutlineDrawer editor={editor} doc={draft.doc} language={language} />
        <div className={styles.above}>
          {mayEdit && <Toolbar place={place} />}
          {seeking && <FindBarToCome bar={FindBar} seeking={seeking} onSeek={onSeek} />}
          {seeking && (
            <FindBar
              place={place}
              seeking={seeking}
              onSeek={onSeek}
              mayEdit={mayEdit}
              languages={languages}
              onGo={(to, block) => {
                if (to !== language) onGo(to, block)
                else if (block) goToId(editor, block)
              }}
            />
          )}
          {leisure && <SuggestionBar editor={editor} doc={draft.doc} mayEdit={mayEdit} />}
          {mayEdit && leisure && (
            <>
              <TableTools editor={editor} />
              <PictureTools editor={editor} />
            </>
          )}
        </div>
        <article ref={paper} className={styles.paper} style={captionWords}>
          {mayEdit && leisure && (
            <BlockHandle
              editor={editor}
              doc={draft.doc}
              paper={paper}
              asked={dialog === 'block'}
              onAnswered={close}
            />
          )}
          <WhenTime>
            <PrintHead symbol={symbol} />
          </WhenTime>
          <EditorContent editor={editor} />
          {mayEdit && leisure && <TemplateOffer place={place} kind={kind} />}
          {leisure && <OpeningList editor={editor} doc={draft.doc} language={language} />}
          <NoteInPlace editor={editor} draft={draft} numbers={numbers} />
          <FootnoteList
            editor={editor}
            draft={draft}
            numbers={numbers}
            editors={notes}
            areAwake={areNotesAwake || seeking !== null}
          />
        </article>
        <WhenTime>
          <CountLine place={place} />
          <StateChip draft={draft} />
        </WhenTime>
        {mayEdit && <SlashMenu place={place} />}
        {(dialog || EditorDialogs.part.content()) && (
          <EditorDialogs place={place} languages={languages} dialog={dialog} onClose={close} />
        )}
      </div>
    </div>
  )
}
