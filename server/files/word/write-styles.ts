/** The styles of the Word files that we write: Word's own by their names, and two of ours. */
import { tag, xmlFile } from '../markup.ts'
import { namespaces } from './write-names.ts'

type Look = { paragraph?: string; run?: string; basedOn?: string }

export const styleSheet = (language: string): string =>
  xmlFile(
    tag(
      'w:styles',
      namespaces,
      tag(
        'w:docDefaults',
        {},
        tag(
          'w:rPrDefault',
          {},
          tag('w:rPr', {}, font, size(24), tag('w:lang', { 'w:val': language })),
        ),
        tag('w:pPrDefault', {}, tag('w:pPr', {}, spacing(0, 120, 276))),
      ),
      tag(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        name('Normal'),
      ),
      paragraph('Heading1', 'heading 1', {
        paragraph: keepNext + spacing(0, 240) + centred + outline(0),
        run: bold + size(32),
      }),
      paragraph('Heading2', 'heading 2', {
        paragraph: keepNext + spacing(280, 120) + outline(1),
        run: bold + size(26),
      }),
      paragraph('Heading3', 'heading 3', {
        paragraph: keepNext + spacing(200, 80) + outline(2),
        run: bold + size(24),
      }),
      paragraph('Preamble', 'Preamble'),
      paragraph('Clause', 'Clause'),
      paragraph('ListBullet', 'List Bullet', { paragraph: spacing(0, 60) }),
      paragraph('NumberedList', 'Numbered list', { paragraph: spacing(0, 60) }),
      paragraph('Quote', 'Quote', {
        paragraph: tag('w:ind', { 'w:left': 567, 'w:right': 567 }),
        run: tag('w:i'),
      }),
      paragraph('Picture', 'Picture', { paragraph: tag('w:keepNext') + spacing(120, 60) }),
      paragraph('Caption', 'caption', { paragraph: spacing(0, 120), run: size(20) }),
      paragraph('TableHeading', 'Table Heading', { run: bold }),
      paragraph('FootnoteText', 'footnote text', { paragraph: spacing(0, 40, 240), run: size(20) }),
      character(
        'FootnoteReference',
        'footnote reference',
        tag('w:vertAlign', { 'w:val': 'superscript' }),
      ),
      character(
        'Hyperlink',
        'Hyperlink',
        tag('w:color', { 'w:val': '1F4E79' }) + tag('w:u', { 'w:val': 'single' }),
      ),
      tableGrid,
    ),
  )

export const settings = (language: string): string =>
  xmlFile(
    tag(
      'w:settings',
      namespaces,
      tag('w:footnotePr', {}, ...[-1, 0].map((id) => tag('w:footnote', { 'w:id': id }))),
      tag(
        'w:compat',
        {},
        tag('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      tag('w:themeFontLang', { 'w:val': language }),
    ),
  )

const family = 'Times New Roman'
const font = tag('w:rFonts', { 'w:ascii': family, 'w:hAnsi': family, 'w:cs': family })
const bold = tag('w:b')
const keepNext = tag('w:keepNext')
const centred = tag('w:jc', { 'w:val': 'center' })

const name = (words: string) => tag('w:name', { 'w:val': words })
const outline = (level: number) => tag('w:outlineLvl', { 'w:val': level })

/** In half points. */
const size = (points: number) =>
  tag('w:sz', { 'w:val': points }) + tag('w:szCs', { 'w:val': points })

/** In twentieths of a point, the lines in 240ths of a line. */
const spacing = (before: number, after: number, line?: number) =>
  tag('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': line,
    'w:lineRule': line && 'auto',
  })

const paragraph = (id: string, words: string, { paragraph = '', run = '' }: Look = {}) =>
  tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': ours.has(id) ? 1 : null },
    name(words),
    tag('w:basedOn', { 'w:val': 'Normal' }),
    tag('w:qFormat'),
    paragraph && tag('w:pPr', {}, paragraph),
    run && tag('w:rPr', {}, run),
  )

const ours = new Set(['Preamble', 'Clause', 'NumberedList', 'TableHeading'])

const character = (id: string, words: string, run: string) =>
  tag('w:style', { 'w:type': 'character', 'w:styleId': id }, name(words), tag('w:rPr', {}, run))

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']

const tableGrid = tag(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'TableGrid' },
  name('Table Grid'),
  tag(
    'w:tblPr',
    {},
    tag(
      'w:tblBorders',
      {},
      ...sides.map((side) =>
        tag(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '808080' }),
      ),
    ),
    tag(
      'w:tblCellMar',
      {},
      ...['left', 'right'].map((side) => tag(`w:${side}`, { 'w:w': 108, 'w:type': 'dxa' })),
    ),
  ),
)
