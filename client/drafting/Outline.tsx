/** The clauses and headings at a glance: the way to each, where one is, and another place for it. */
import type { Editor } from '@tiptap/core'
import { ListTree } from 'lucide-react'
import { useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import type { Language } from '#shared/language/languages.ts'
import styles from './Outline.module.css'
import { OutlineEntries } from './outline/OutlineEntries.tsx'

type OutlineProps = { editor: Editor; doc: Doc; language: Language }

export function Outline(props: OutlineProps) {
  const say = useWords()
  return (
    <nav className={styles.outline} aria-label={say('drafting.outline')}>
      <h2>{say('drafting.outline')}</h2>
      <OutlineEntries {...props} onGo={() => undefined} />
    </nav>
  )
}

/** The same where there is no room beside the text. */
export function OutlineDrawer(props: OutlineProps) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.opener}>
      <Button small kind="quiet" icon={<ListTree />} onClick={() => setOpen(true)}>
        {say('drafting.outline')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say('drafting.outline')}>
        <OutlineEntries {...props} onGo={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}
