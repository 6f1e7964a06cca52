/** What can be put into the text: one list for the Insert menu and for the menu behind a slash. */
import type { Editor } from '@tiptap/core'
import {
  AlignLeft,
  Heading1,
  Heading2,
  Heading3,
  ImagePlus,
  Link,
  List,
  ListOrdered,
  ListTree,
  type LucideIcon,
  Section,
  Superscript,
  Table,
  TextInitial,
  TextQuote,
} from 'lucide-react'
import type { Doc } from 'yjs'
import type { WordId } from '#client/i18n/words.ts'
import type { Language } from '#shared/language/languages.ts'
import type { BlockKind } from '#shared/text/blocks.ts'
import { selectedBlocks, setKind } from './editor/blocks.ts'
import type { EditorDialog } from './editor-dialogs.ts'
import { addNote } from './footnotes/notes.ts'
import { choosePictures } from './images/choose-pictures.ts'
import { refer } from './references/refer.ts'

/** Where something is put in: the editor, the draft behind it, and the windows it may open. */
export type EditingPlace = {
  editor: Editor
  /** The editors of the footnotes that have one, by the notes' ids. */
  notes: ReadonlyMap<string, Editor>
  /** Gives every footnote an editor, so that all of them can be changed. */
  wakeNotes: () => void
  doc: Doc
  language: Language
  open: (dialog: EditorDialog) => void
}

export type Insertion = {
  id: string
  name: WordId
  icon: LucideIcon
  /** What people may call it, in each language: what they type behind the slash is looked for here too. */
  keywords: Record<Language, string>
  /** As `keysOf` reads them. */
  keys?: string
  /** Changes what the block is, and stands in the menu of kinds already. */
  isKind?: true
  run: (place: EditingPlace) => void
}

const kind = (id: BlockKind, level: number) => ({
  isKind: true as const,
  run: ({ editor }: EditingPlace) => {
    const { state, view } = editor
    const is = ({ node }: { node: { attrs: { kind?: string; level?: number } } }) =>
      node.attrs.kind === id && node.attrs.level === level
    // To choose what the block is already changes nothing: `setKind` would make it plain.
    if (!selectedBlocks(state).every(is)) view.dispatch(setKind(state, id, level))
    view.focus()
  },
})

export const insertions: readonly Insertion[] = [
  {
    id: 'plain',
    name: 'drafting.kind.plain',
    icon: AlignLeft,
    keys: 'Mod Alt 0',
    keywords: {
      ru: 'обычный текст абзац',
      ky: 'жөнөкөй текст абзац',
      tg: 'матни оддӣ сархат',
      en: 'plain text paragraph',
    },
    ...kind('plain', 0),
  },
  {
    id: 'title',
    name: 'drafting.kind.title',
    icon: Heading1,
    keys: 'Mod Alt 1',
    keywords: {
      ru: 'название заголовок 1',
      ky: 'аталыш баш сөз 1',
      tg: 'унвон сарлавҳа 1',
      en: 'title heading 1',
    },
    ...kind('heading', 1),
  },
  {
    id: 'heading',
    name: 'drafting.kind.heading',
    icon: Heading2,
    keys: 'Mod Alt 2',
    keywords: {
      ru: 'заголовок раздел 2',
      ky: 'баш сөз бөлүм 2',
      tg: 'сарлавҳа бахш 2',
      en: 'heading section 2',
    },
    ...kind('heading', 2),
  },
  {
    id: 'subheading',
    name: 'drafting.kind.subheading',
    icon: Heading3,
    keys: 'Mod Alt 3',
    keywords: {
      ru: 'подзаголовок 3',
      ky: 'кичи баш сөз 3',
      tg: 'зерсарлавҳа 3',
      en: 'subheading 3',
    },
    ...kind('heading', 3),
  },
  {
    id: 'preamble',
    name: 'drafting.kind.preamble',
    icon: TextInitial,
    keys: 'Mod Alt P',
    keywords: {
      ru: 'преамбула вводная часть',
      ky: 'преамбула кириш бөлүм',
      tg: 'муқаддима дебоча',
      en: 'preamble recital whereas',
    },
    ...kind('preamble', 0),
  },
  {
    id: 'operative',
    name: 'drafting.kind.operative',
    icon: ListOrdered,
    keys: 'Mod Shift 7',
    keywords: {
      ru: 'пункт нумерованный список',
      ky: 'пункт номерленген тизме',
      tg: 'банд рӯйхати рақамдор',
      en: 'clause numbered list operative',
    },
    ...kind('operative', 0),
  },
  {
    id: 'sub-clause',
    name: 'drafting.kind.sub-clause',
    icon: ListTree,
    keywords: {
      ru: 'подпункт',
      ky: 'подпункт кичи пункт',
      tg: 'зербанд',
      en: 'sub-clause subclause',
    },
    ...kind('operative', 1),
  },
  {
    id: 'bullet',
    name: 'drafting.kind.bullet',
    icon: List,
    keys: 'Mod Shift 8',
    keywords: {
      ru: 'список маркированный',
      ky: 'тизме белгиленген',
      tg: 'рӯйхат нишонадор',
      en: 'list bullet bulleted',
    },
    ...kind('bullet', 0),
  },
  {
    id: 'quotation',
    name: 'drafting.kind.quotation',
    icon: TextQuote,
    keys: 'Mod Shift 9',
    keywords: {
      ru: 'цитата',
      ky: 'цитата шилтеме сөз',
      tg: 'иқтибос',
      en: 'quotation quote blockquote',
    },
    ...kind('quotation', 0),
  },
  {
    id: 'link',
    name: 'drafting.tool.link',
    icon: Link,
    keys: 'Mod K',
    keywords: {
      ru: 'ссылка адрес',
      ky: 'шилтеме дарек',
      tg: 'пайванд суроға',
      en: 'link address url',
    },
    run: ({ open }) => open('link'),
  },
  {
    id: 'footnote',
    name: 'drafting.tool.footnote',
    icon: Superscript,
    keys: 'Mod Alt F',
    keywords: {
      ru: 'сноска примечание',
      ky: 'шилтеме эскертүү',
      tg: 'поварақ эзоҳ',
      en: 'footnote note',
    },
    run: ({ editor, doc }) => void addNote(editor, doc),
  },
  {
    id: 'reference',
    name: 'clauses.reference',
    icon: Section,
    // Typed in the text, it asks for the clause.
    keys: '§',
    keywords: {
      ru: 'ссылка на пункт см.',
      ky: 'пунктка шилтеме кара',
      tg: 'истинод ба банд ниг.',
      en: 'reference see clause cross-reference',
    },
    run: ({ editor }) => refer(editor),
  },
  {
    id: 'table',
    name: 'tables.insert',
    icon: Table,
    keywords: {
      ru: 'таблица',
      ky: 'жадыбал таблица',
      tg: 'ҷадвал',
      en: 'table grid',
    },
    run: ({ open }) => open('table'),
  },
  {
    id: 'picture',
    name: 'images.insert',
    icon: ImagePlus,
    keywords: {
      ru: 'картинка изображение фото рисунок',
      ky: 'сүрөт',
      tg: 'сурат акс',
      en: 'picture image photo',
    },
    run: ({ editor }) => choosePictures(editor),
  },
]
