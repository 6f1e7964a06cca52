/** A file that is dropped or pasted anywhere on the screen of a text is brought in; none takes the text off the screen. [DRAFT7] */
import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import type { Language } from '#shared/language/languages.ts'
import { formatOfName } from '#shared/text/formats.ts'
import styles from './FileDrop.module.css'

export function FileDrop({
  draft,
  language,
  onFile,
}: {
  draft: DraftConnection
  language: Language
  onFile: (file: File) => void
}) {
  const say = useWords()
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(mayEdit && [...event.dataTransfer.items].some(isForImport))
    }
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setOver(false)
    }
    // Before the editor, which takes pictures, and before the field for files, which takes one too.
    const take = (event: Event, file: File | undefined) => {
      setOver(false)
      if (!file || !mayEdit) return
      event.preventDefault()
      event.stopPropagation()
      onFile(file)
    }
    const onDrop = (event: DragEvent) => take(event, filesOf(event.dataTransfer).find(isForImport))
    // Some programs put a file beside the words that are copied: only what can be read is meant.
    const onPaste = (event: ClipboardEvent) =>
      take(
        event,
        filesOf(event.clipboardData).find(({ name }) => formatOfName(name)),
      )
    // What nobody took the browser would open in the place of the text.
    const onLeft = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop, { capture: true })
    window.addEventListener('drop', onLeft)
    window.addEventListener('paste', onPaste, { capture: true })
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop, { capture: true })
      window.removeEventListener('drop', onLeft)
      window.removeEventListener('paste', onPaste, { capture: true })
    }
  }, [mayEdit, onFile])
  if (!isOver) return null
  return (
    <div className={styles.place}>
      <FileUp aria-hidden="true" />
      <strong>{say('files.import.drop')}</strong>
      {say('files.import.lead', { language: say(`language.${language}`) })}
    </div>
  )
}

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

/** A picture goes to its place in the text. A file that is still in the air has its type and no name. */
const isForImport = (one: { type: string; kind?: string }) =>
  one.kind !== 'string' && !one.type.startsWith('image/')
