/** The tool that puts in a table, of a size that is chosen beside it. [DRAFT6] */
import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { Table } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { later } from '#client/ui/later.ts'
import { insertTable } from './table-acts.ts'

const TableSizes = later(() => import('./TableSizes.tsx'), 'TableSizes')

export function InsertTable({ editor, className }: { editor: Editor; className?: string }) {
  const say = useWords()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  // A press beside the grid closes it, also one on the tool, which must not open it again then.
  const wasOpen = useRef(false)

  function insert(rows: number, columns: number) {
    setOpen(false)
    insertTable(rows, columns)(editor.state, editor.view.dispatch)
    requestAnimationFrame(() => editor.view.focus())
  }

  return (
    <>
      <Toolbar.Button
        ref={anchor}
        className={className}
        aria-label={say('tables.insert')}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={say('tables.insert')}
        onPointerDown={() => {
          wasOpen.current = open
        }}
        onClick={() => {
          setOpen(!wasOpen.current)
          wasOpen.current = false
        }}
      >
        <Table />
      </Toolbar.Button>
      {open && (
        <Suspense>
          <TableSizes anchor={anchor} open={open} onOpen={setOpen} onChoose={insert} />
        </Suspense>
      )}
    </>
  )
}
