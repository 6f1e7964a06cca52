/** Bringing in a file: which, what would come over, where it goes; nothing changes until that is confirmed. [DRAFT7] */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useChange, useRead } from '#client/api/queries.ts'
import { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Choice } from '#client/ui/Choices.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { importFile, mostFileBytes, previewImport, seeFileFormats } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import { type FormatIn, formatOfName, formatsIn } from '#shared/text/formats.ts'
import styles from './ImportDialog.module.css'
import { ImportOutcome, type Outcome } from './ImportOutcome.tsx'
import { ImportPreview } from './ImportPreview.tsx'

type Place = 'replace' | 'append'
type Chosen = { file: File; format: FormatIn | null; refused: Refused | null }

export function ImportDialog({
  statement,
  language,
  open,
  given,
  onClose,
}: {
  statement: string
  language: Language
  open: boolean
  /** Chosen already when this was opened. */
  given: File | null
  onClose: () => void
}) {
  const say = useWords()
  const tell = useTell()
  const picker = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [place, setPlace] = useState<Place>('replace')
  const formats = useRead(seeFileFormats, {}).data?.in ?? formatsIn
  const previewing = useChange(previewImport)
  const importing = useChange(importFile)
  const preview = previewing.data
  const refused = chosen?.refused ?? previewing.error ?? importing.error

  function close() {
    if (importing.isPending) return
    setChosen(null)
    previewing.reset()
    importing.reset()
    onClose()
  }

  function choose(file: File | undefined) {
    if (!file || importing.isPending) return
    const format = formatOfName(file.name)
    const tooLarge = file.size > mostFileBytes ? new Refused('file-too-large') : null
    previewing.reset()
    importing.reset()
    setChosen({ file, format, refused: tooLarge })
    if (!format || tooLarge) return
    previewing.mutate({ params: { statement }, query: { language, format }, body: file })
  }

  const chooseGiven = useEffectEvent(choose)
  useEffect(() => {
    if (given) chooseGiven(given)
  }, [given])

  function bringIn() {
    if (!chosen?.format) return
    const { file, format } = chosen
    importing.mutate(
      { params: { statement }, query: { language, place, format }, body: file },
      {
        onSuccess({ blockCount }) {
          tell(say('files.import.done', { count: blockCount }))
          close()
        },
      },
    )
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      wide={Boolean(preview)}
      title={say('files.import.open')}
      description={say('files.import.lead', { language: say(`language.${language}`) })}
      actions={
        <>
          {/* One button all the time: whoever chose a file by the keyboard stays on it. */}
          <Button
            kind={preview ? 'plain' : 'main'}
            disabled={importing.isPending}
            busy={previewing.isPending}
            onClick={() => picker.current?.click()}
          >
            {say(chosen ? 'files.import.other' : 'files.import.choose')}
          </Button>
          {preview && (
            <Button kind="main" busy={importing.isPending} onClick={bringIn}>
              {say('files.import.submit')}
            </Button>
          )}
        </>
      }
    >
      <div className={`${styles.file} ${preview ? styles.chosen : ''}`}>
        {chosen ? (
          <span>{chosen.file.name}</span>
        ) : (
          <span className={styles.drop}>{say('files.import.drop')}</span>
        )}
        {!chosen && (
          <small>
            {say(formats.includes('doc') ? 'files.import.kinds.old' : 'files.import.kinds')}
          </small>
        )}
        <input
          ref={picker}
          type="file"
          // The button below is its name and its key; here it takes clicks and dropped files.
          tabIndex={-1}
          aria-hidden="true"
          accept={formats.map((format) => `.${format}`).join()}
          disabled={importing.isPending}
          onChange={(event) => {
            choose(event.target.files?.[0])
            // The same file may be chosen again once it has been mended.
            event.target.value = ''
          }}
        />
      </div>
      {chosen && !chosen.format && <Notice kind="error">{say('files.import.unknown')}</Notice>}
      {previewing.isPending && <Loading label={say('files.import.reading')} />}
      {preview && (
        <>
          <ImportOutcome
            {...preview}
            losses={withRenumbered(preview.losses, preview.numbering[place].changed)}
          />
          <ImportPreview
            blocks={preview.blocks}
            footnotes={preview.footnotes}
            language={language}
            pictures={preview.pictures}
            numbering={preview.numbering[place].style}
          />
          <Choice<Place>
            label={say('files.import.place')}
            value={place}
            onChange={setPlace}
            options={[
              {
                value: 'replace',
                label: say('files.import.replace'),
                hint: say('files.import.replace.hint'),
              },
              { value: 'append', label: say('files.import.append') },
            ]}
          />
        </>
      )}
      {refused && <Problem refused={refused} />}
    </Dialog>
  )
}

/** Clauses that are numbered in another style than in the file are one loss with those that are counted otherwise. */
function withRenumbered(losses: Outcome['losses'], changed: number): Outcome['losses'] {
  if (changed === 0) return losses
  const others = losses.filter(({ what }) => what !== 'numbering')
  const counted = losses.find(({ what }) => what === 'numbering')?.count ?? 0
  return [...others, { what: 'numbering', count: counted + changed }]
}
