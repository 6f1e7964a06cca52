/** What can be done with the text besides writing it: one list for the menu of the rest and for shortcuts. */
import {
  CaseSensitive,
  GripVertical,
  Keyboard,
  type LucideIcon,
  Printer,
  RemoveFormatting,
  Replace,
  Search,
  Subscript,
  Superscript,
  WholeWord,
} from 'lucide-react'
import type { WordId } from '#client/i18n/words.ts'
import { clearFormats } from './editor/block-keys.ts'
import { endUndoPiece } from './editor/together.ts'
import type { EditingPlace } from './insertions.ts'
import { tidyText } from './typography/tidy-text.ts'

export type EditingAct = {
  id: string
  name: WordId
  icon: LucideIcon
  keys?: string
  group: 'format' | 'text' | 'help'
  /** Somebody who may only read may do it too. */
  reads?: true
  run: (place: EditingPlace) => void
}

export const editingActs: readonly EditingAct[] = [
  {
    id: 'superscript',
    name: 'drafting.tool.superscript',
    icon: Superscript,
    keys: 'Mod .',
    group: 'format',
    run: ({ editor }) => editor.chain().focus().toggleMark('superscript').run(),
  },
  {
    id: 'subscript',
    name: 'drafting.tool.subscript',
    icon: Subscript,
    keys: 'Mod ,',
    group: 'format',
    run: ({ editor }) => editor.chain().focus().toggleMark('subscript').run(),
  },
  {
    id: 'clear',
    name: 'typing.clear',
    icon: RemoveFormatting,
    keys: 'Mod \\',
    group: 'format',
    run: ({ editor }) => {
      clearFormats({ editor })
      editor.view.focus()
    },
  },
  {
    id: 'block',
    name: 'clauses.menu',
    icon: GripVertical,
    group: 'format',
    run: ({ open }) => open('block'),
  },
  {
    id: 'find',
    name: 'typing.find',
    icon: Search,
    keys: 'Mod F',
    group: 'text',
    reads: true,
    run: ({ open }) => open('find'),
  },
  {
    id: 'replace',
    name: 'typing.replace',
    icon: Replace,
    keys: 'Mod H',
    group: 'text',
    run: ({ open }) => open('replace'),
  },
  { id: 'tidy', name: 'typing.tidy', icon: CaseSensitive, group: 'text', run: tidyAll },
  {
    id: 'counts',
    name: 'typing.counts',
    icon: WholeWord,
    group: 'help',
    run: ({ open }) => open('counts'),
  },
  {
    id: 'print',
    name: 'typing.print',
    icon: Printer,
    keys: 'Mod P',
    group: 'help',
    reads: true,
    // Once the menu is gone from the page.
    run: () => void setTimeout(() => window.print()),
  },
  {
    id: 'shortcuts',
    name: 'typing.shortcuts',
    icon: Keyboard,
    keys: 'Mod /',
    group: 'help',
    reads: true,
    run: ({ open }) => open('shortcuts'),
  },
]

/** The selection, or the whole text with its notes. */
function tidyAll({ editor, notes, wakeNotes, language }: EditingPlace) {
  if (editor.state.selection.empty) wakeNotes()
  const all = editor.state.selection.empty ? [editor, ...notes.values()] : [editor]
  for (const one of all) {
    const tr = tidyText(one.state, language)
    endUndoPiece(one)
    if (tr) one.view.dispatch(tr)
    endUndoPiece(one)
  }
  editor.view.focus()
}
