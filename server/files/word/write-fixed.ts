/** What is the same in every Word file that we write: styles by kind, the sign of a note, the page. */
import { tag } from '../markup.ts'

export const isCounted = (kind: string): kind is 'operative' | 'numbered' | 'bullet' =>
  kind === 'operative' || kind === 'numbered' || kind === 'bullet'

const styles: { [kind: string]: string } = {
  preamble: 'Preamble',
  operative: 'Clause',
  bullet: 'ListBullet',
  numbered: 'NumberedList',
  quotation: 'Quote',
}

export function styleOf(kind: string, level: number, plain: string | null): string {
  const name = kind === 'heading' ? `Heading${level}` : (styles[kind] ?? plain)
  return name ? tag('w:pStyle', { 'w:val': name }) : ''
}

export const noteSign: string =
  tag(
    'w:r',
    {},
    tag('w:rPr', {}, tag('w:rStyle', { 'w:val': 'FootnoteReference' })),
    tag('w:footnoteRef'),
  ) + tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, ' '))

export const separators: string[] = ['separator', 'continuationSeparator'].map((name, at) =>
  tag(
    'w:footnote',
    { 'w:type': name, 'w:id': at - 1 },
    tag('w:p', {}, tag('w:r', {}, tag(`w:${name}`))),
  ),
)

/** A4, with a margin on which a stamp finds room. */
export const page: string = tag(
  'w:sectPr',
  {},
  tag('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
  tag('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  tag('w:pgMar', {
    ...{ 'w:top': 1134, 'w:right': 1134, 'w:bottom': 1134, 'w:left': 1418 },
    ...{ 'w:header': 709, 'w:footer': 709, 'w:gutter': 0 },
  }),
)
