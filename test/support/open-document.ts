/** Builds a small OpenDocument text for tests, as LibreOffice writes one. */
import { strToU8, zipSync } from 'fflate'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const namespaces = [
  ...['office', 'text', 'table', 'style', 'manifest'].map(
    (name) => `xmlns:${name}="${oasis}:${name}:1.0"`,
  ),
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  `xmlns:draw="${oasis}:drawing:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

export type OpenDocumentParts = {
  body?: string
  styles?: string
  manifest?: string
  files?: { [name: string]: Uint8Array }
}

export function openDocument({
  body = review,
  styles = '',
  manifest = '',
  files = {},
}: OpenDocumentParts = {}): Uint8Array {
  const content = `<office:document-content ${namespaces}><office:automatic-styles>${defaultStyles}${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...files,
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest ${namespaces}>${manifest}</manifest:manifest>`,
    ),
  })
}

/** A list of three levels: 1. a) i), and one of bullets. */
const defaultStyles = `<text:list-style style:name="L1">${['1', 'a', 'i']
  .map(
    (format, at) =>
      `<text:list-level-style-number text:level="${at + 1}" style:num-format="${format}" style:num-suffix="."/>`,
  )
  .join(
    '',
  )}</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>`

const info =
  '<office:change-info><dc:creator>Айгүл</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info>'

/** A heading, a clause with one below it, a note, a link, a table, tracked changes and a comment. */
const review = `<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>${info}</text:insertion></text:changed-region><text:changed-region text:id="c2"><text:deletion>${info}<text:p>властям</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">О воде</text:h>
<text:p>Мы, <text:span text:style-name="T1">организации</text:span>, обращаемся к <text:change-start text:change-id="c1"/>обоим правительствам<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Замеры 2026<text:s text:c="2"/>года.</text:p></text:note-body></text:note></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>раз</text:p><text:list><text:list-item><text:p>глубже</text:p></text:list-item></text:list></text:list-item><text:list-item text:start-value="5"><text:p>пять</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>точка</text:p></text:list-item></text:list>
<text:p><office:annotation office:name="n1"><dc:creator>Фирӯз</dc:creator><dc:date>2026-03-03T09:00:00</dc:date><text:p>точнее?</text:p></office:annotation>это место<office:annotation-end office:name="n1"/> и <text:a xlink:href="https://example.org/">ссылка</text:a></text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>шапка</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>а</text:p></table:table-cell><table:table-cell><text:p>б</text:p></table:table-cell></table:table-row></table:table>`
