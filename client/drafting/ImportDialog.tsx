/** Bringing in a Word file: which file, where it goes, how far it is, and what did not come over. [DRAFT7] */
import { useRef, useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Choice } from '#client/ui/Choices.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import type { ResultOf } from '#shared/api/endpoint.ts'
import { importWordFile, mostWordFileBytes } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import styles from './ImportDialog.module.css'

type Place = 'replace' | 'append'

export function ImportDialog({
  statement,
  language,
  open,
  onClose,
}: {
  statement: string
  language: Language
  open: boolean
  onClose: () => void
}) {
  const say = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [place, setPlace] = useState<Place>('replace')
  const importing = useChange(importWordFile)
  const tooLarge = file !== null && file.size > mostWordFileBytes

  function close() {
    if (importing.isPending) return
    setFile(null)
    importing.reset()
    onClose()
  }

  function bringIn() {
    if (!file) return picker.current?.click()
    importing.mutate({ params: { statement }, query: { language, place }, body: file })
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={say('drafting.import')}
      description={say('drafting.import.lead', { language: say(`language.${language}`) })}
      actions={
        importing.data ? (
          <Button kind="main" onClick={close}>
            {say('drafting.import.to-text')}
          </Button>
        ) : (
          <Button kind="main" busy={importing.isPending} disabled={tooLarge} onClick={bringIn}>
            {file ? say('drafting.import.submit') : say('drafting.import.choose')}
          </Button>
        )
      }
    >
      {importing.data ? (
        <Outcome outcome={importing.data} />
      ) : (
        <>
          <label className={styles.file}>
            <span>{file ? file.name : say('drafting.import.drop')}</span>
            <input
              ref={picker}
              type="file"
              accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
              onChange={(event) => {
                importing.reset()
                setFile(event.target.files?.[0] ?? null)
              }}
            />
          </label>
          <Choice<Place>
            label={say('drafting.import.place')}
            value={place}
            onChange={setPlace}
            options={[
              {
                value: 'replace',
                label: say('drafting.import.replace'),
                hint: say('drafting.import.replace.hint'),
              },
              { value: 'append', label: say('drafting.import.append') },
            ]}
          />
          {tooLarge && <Problem refused={new Refused('word-file-too-large')} />}
          {importing.error && <Problem refused={importing.error} />}
        </>
      )}
    </Dialog>
  )
}

function Outcome({ outcome }: { outcome: ResultOf<typeof importWordFile> }) {
  const say = useWords()
  return (
    <>
      <Notice kind="done">{say('drafting.import.done', { blocks: outcome.blocks })}</Notice>
      {outcome.losses.length > 0 && (
        <Notice kind="wait">
          <p>{say('drafting.import.losses')}</p>
          <ul className={styles.losses}>
            {outcome.losses.map(({ what, count }) => (
              <li key={what}>{say(`drafting.loss.${what}`, { count })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
