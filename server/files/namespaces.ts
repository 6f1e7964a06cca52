/** Short names for the XML vocabularies of Word and OpenDocument files, whatever prefix the file itself gives them. */

const open = 'http://schemas.openxmlformats.org'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const strict = 'http://purl.oclc.org/ooxml'

/** Word can save in a stricter dialect, which differs in nothing but these addresses. */
const prefixes = new Map([
  [`${open}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${open}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${open}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${open}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${open}/drawingml/2006/picture`, 'pic'],
  [`${strict}/drawingml/picture`, 'pic'],
  [`${open}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${open}/markup-compatibility/2006`, 'mc'],
  [`${open}/package/2006/relationships`, 'rel'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ...['office', 'text', 'table', 'style', 'meta', 'manifest'].map(
    (name) => [`${oasis}:${name}:1.0`, name] as const,
  ),
  [`${oasis}:drawing:1.0`, 'draw'],
  [`${oasis}:svg-compatible:1.0`, 'svg'],
  [`${oasis}:xsl-fo-compatible:1.0`, 'fo'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
])

/** `w:p` for a paragraph in any dialect; `?:name` in a vocabulary that we do not know; bare without one. */
export function shortName(address: string, local: string): string {
  return address === '' ? local : `${prefixes.get(address) ?? '?'}:${local}`
}
