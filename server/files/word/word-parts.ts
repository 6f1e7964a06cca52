/** Finds the parts of a Word file that we read, and parses them. */
import { Refusal } from '#shared/refusals.ts'
import { Budget } from '../bounds.ts'
import { openZip } from '../unzip.ts'
import { childOf, parseXml, type XmlElement } from '../xml.ts'
import { refuseOldContainer } from './encrypted.ts'
import { type Relationships, readRelationships, relationshipsOf } from './relationships.ts'

/** A part, with what it points to. */
export type Part = { root: XmlElement; relationships: Relationships }

export type WordParts = {
  document: Part & { body: XmlElement }
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
  footnotes: Part | undefined
  endnotes: Part | undefined
  comments: XmlElement | undefined
  /** Which comments answer which, and which are done. */
  commentsExtended: XmlElement | undefined
  /** The headers and footers of all sections. */
  margins: XmlElement[]
}

/** Throws `unreadable-file`, `file-encrypted` or `file-too-large`. */
export function openWordFile(bytes: Uint8Array): WordParts {
  refuseOldContainer(bytes)
  const budget = new Budget()
  const readEntry = openZip(bytes, budget)
  const readXml = (name: string): XmlElement | null => {
    const content = readEntry(name)
    return content && parseXml(content, budget)
  }
  const relationships = (part: string) => readRelationships(readXml(relationshipsOf(part)), part)
  const readPart = (name: string): Part | undefined => {
    const root = readXml(name)
    return root ? { root, relationships: relationships(name) } : undefined
  }

  const main = targets(relationships(''), ['officeDocument'])[0] ?? 'word/document.xml'
  const document = readPart(main)
  const body = childOf(document?.root, 'w:body')
  if (!document || !body || document.root.name !== 'w:document') {
    throw new Refusal('unreadable-file')
  }
  const related = (...kinds: string[]) =>
    targets(document.relationships, kinds).flatMap((name) => readPart(name) ?? [])
  return {
    document: { ...document, body },
    styles: related('styles')[0]?.root,
    numbering: related('numbering')[0]?.root,
    footnotes: related('footnotes')[0],
    endnotes: related('endnotes')[0],
    comments: related('comments')[0]?.root,
    commentsExtended: related('commentsExtended')[0]?.root,
    margins: related('header', 'footer').map(({ root }) => root),
  }
}

function targets(relationships: Relationships, kinds: string[]): string[] {
  const found = [...relationships.values()].filter(
    ({ kind, external }) => !external && kinds.includes(kind),
  )
  return [...new Set(found.map(({ target }) => target))]
}
