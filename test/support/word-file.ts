/** Builds small Word files for tests, from the few lines of XML that a test is about. */
import { strToU8, zipSync } from 'fflate'

export type WordFileParts = {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  header?: string
  /** External links of the body, by id. */
  links?: { [id: string]: string }
  /** External links of the footnotes, by id. */
  footnoteLinks?: { [id: string]: string }
  /** Other files of the zip by name; they replace those made here, and `null` leaves one out. */
  files?: { [name: string]: string | Uint8Array | null }
}

export function wordFile(parts: WordFileParts): Uint8Array {
  const files: { [name: string]: string | Uint8Array | null | undefined } = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': document(parts.body),
    'word/_rels/document.xml.rels': relationships([
      ...kinds
        .filter((kind) => parts[kind] !== undefined)
        .map((kind) => relationship(kind, kind, `${kind}.xml`)),
      ...externals(parts.links),
    ]),
    'word/_rels/footnotes.xml.rels': relationships(externals(parts.footnoteLinks)),
    'word/styles.xml': parts.styles && root('styles', parts.styles),
    'word/numbering.xml': parts.numbering && root('numbering', parts.numbering),
    'word/footnotes.xml': parts.footnotes && root('footnotes', parts.footnotes),
    'word/endnotes.xml': parts.endnotes && root('endnotes', parts.endnotes),
    'word/header.xml': parts.header && root('hdr', parts.header),
    ...parts.files,
  }
  const zipped: { [name: string]: Uint8Array } = {}
  for (const [name, content] of Object.entries(files)) {
    if (content) zipped[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zipped, { mtime: '2026-01-01T00:00:00' })
}

/** The main part around the XML of its body. */
export const document = (body: string): string => root('document', `<w:body>${body}</w:body>`)

export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`

export const styled = (style: string, content: string): string =>
  paragraph(content, `<w:pStyle w:val="${style}"/>`)

export const listed = (list: number, level: number, content: string, more = ''): string =>
  paragraph(
    content,
    `${more}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  )

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

export const style = (id: string, name: string, content = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`

/** A family of lists with one format per level, from the first on. */
export const listFamily = (id: number, formats: string[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${formats
    .map(
      (format, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${
          format === 'bullet' ? '•' : `%${level + 1}.`
        }"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`

export const list = (id: number, family: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${family}"/>${overrides}</w:num>`

/** Says that a list begins anew at that number. */
export const startsAt = (number: number, level = 0): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${number}"/></w:lvlOverride>`

/** A field in the long form: instruction and result in runs of their own. */
export const field = (instruction: string, result: string): string =>
  `${fieldPart('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${fieldPart('separate')}${result}${fieldPart('end')}`

export const fieldPart = (type: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'header'] as const

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const root = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${namespaces}>${content}</w:${name}>`

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const relationship = (id: string, kind: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}" ${more}/>`

export const relationships = (all: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

const externals = (links: { [id: string]: string } = {}): string[] =>
  Object.entries(links).map(([id, target]) =>
    relationship(id, 'hyperlink', target, 'TargetMode="External"'),
  )
