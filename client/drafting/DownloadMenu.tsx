/** The text of one language as a file: Word, OpenDocument, Markdown, plain text. [DRAFT7] */
import { ChevronDown, FileDown } from 'lucide-react'
import { useState } from 'react'
import { keepFile } from '#client/api/fetch-file.ts'
import { useRead } from '#client/api/queries.ts'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { downloadDraft, seeFileFormats } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import { type FormatOut, formatNames, formatsOut } from '#shared/text/formats.ts'
import styles from './DownloadMenu.module.css'

/** What every server can write. */
const formatsAlways = formatsOut.filter((format) => format !== 'odt')

export function DownloadMenu({ statement, language }: { statement: string; language: Language }) {
  const say = useWords()
  const sayRefusal = useRefusalWords()
  const tell = useTell()
  const [busy, setBusy] = useState(false)
  const { data } = useRead(seeFileFormats, {})

  async function download(format: FormatOut) {
    setBusy(true)
    try {
      await keepFile(downloadDraft, { params: { statement }, query: { language, format } })
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault
      tell(sayRefusal(fault))
    } finally {
      setBusy(false)
    }
  }

  const inLanguage = say('files.download.language', { language: say(`language.${language}`) })
  return (
    <Menu
      label={`${say('files.download')}. ${inLanguage}`}
      className={styles.trigger}
      trigger={
        <>
          {busy ? <span className={styles.spinner} aria-hidden="true" /> : <FileDown />}
          {say('files.download')}
          <ChevronDown aria-hidden="true" />
        </>
      }
      entries={(data?.out ?? formatsAlways).map((format) => ({
        label: format === 'txt' ? say('files.download.txt') : formatNames[format],
        onChoose: () => void download(format),
      }))}
    />
  )
}
