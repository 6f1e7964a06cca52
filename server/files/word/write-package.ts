/** The parts of a Word file that hold the others together: what each is, and what it points to. */
import { escaped, tag, xmlFile } from '../markup.ts'
import { namespaces, relationTypes } from './write-names.ts'
import type { PicturePart } from './write-pictures.ts'

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export function contentTypes(hasComments: boolean): string {
  const parts = [
    ['/word/document.xml', `${main}.document.main+xml`],
    ['/word/styles.xml', `${main}.styles+xml`],
    ['/word/settings.xml', `${main}.settings+xml`],
    ['/word/numbering.xml', `${main}.numbering+xml`],
    ['/word/footnotes.xml', `${main}.footnotes+xml`],
    ['/word/footer1.xml', `${main}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...(hasComments
      ? [
          ['/word/comments.xml', `${main}.comments+xml`],
          ['/word/commentsExtended.xml', `${main}.commentsExtended+xml`],
        ]
      : []),
  ]
  return xmlFile(
    tag(
      'Types',
      { xmlns: `${packages}/content-types` },
      defaultType('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
      defaultType('xml', 'application/xml'),
      defaultType('png', 'image/png'),
      defaultType('jpeg', 'image/jpeg'),
      ...parts.map(([PartName, ContentType]) => tag('Override', { PartName, ContentType })),
    ),
  )
}

export const mainRelations: string = relationFile([
  relation('document', `${relationTypes}/officeDocument`, 'word/document.xml'),
  relation('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
])

/** What the text (with `hasComments`) or the notes point to: links by their address, and pictures. */
export function relations(
  links: ReadonlyMap<string, string>,
  hasComments?: boolean,
  pictures: readonly PicturePart[] = [],
): string {
  const parts = ['styles', 'settings', 'numbering', 'footnotes'].map((name) =>
    relation(name, `${relationTypes}/${name}`, `${name}.xml`),
  )
  const outside = [...links].map(([address, id]) =>
    relation(id, `${relationTypes}/hyperlink`, address, 'External'),
  )
  if (hasComments === undefined) return relationFile(outside)
  const comments = [
    relation('comments', `${relationTypes}/comments`, 'comments.xml'),
    relation('commentsExtended', extendedType, 'commentsExtended.xml'),
  ]
  const drawn = pictures.map(({ name, relation: id }) =>
    relation(id, `${relationTypes}/image`, `media/${name}`),
  )
  const page = relation('footer', `${relationTypes}/footer`, 'footer1.xml')
  return relationFile([...parts, page, ...(hasComments ? comments : []), ...drawn, ...outside])
}

const extendedType = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'

/** Whose file it is and when it was made is nobody's business: the title and the language are all. */
export const coreProperties = (title: string, language: string): string =>
  xmlFile(
    tag(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packages}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      tag('dc:title', {}, escaped(title)),
      tag('dc:language', {}, language),
    ),
  )

/** The number of the page. */
export const footer: string = xmlFile(
  tag(
    'w:ftr',
    namespaces,
    tag(
      'w:p',
      {},
      tag('w:pPr', {}, tag('w:jc', { 'w:val': 'center' })),
      tag('w:fldSimple', { 'w:instr': ' PAGE ' }, tag('w:r', {}, tag('w:t', {}, '1'))),
    ),
  ),
)

function relation(Id: string, Type: string, Target: string, TargetMode?: 'External'): string {
  return tag('Relationship', { Id, Type, Target, TargetMode })
}

function relationFile(all: readonly string[]): string {
  return xmlFile(tag('Relationships', { xmlns: `${packages}/relationships` }, ...all))
}

const defaultType = (Extension: string, ContentType: string) =>
  tag('Default', { Extension, ContentType })
