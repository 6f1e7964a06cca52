/** The formats of files that a text comes from and goes out as. [DRAFT7] */

/** What the program reads by itself, and (the last two) with the help of an office program on the server. */
export const formatsIn = ['docx', 'odt', 'md', 'txt', 'rtf', 'doc'] as const
export type FormatIn = (typeof formatsIn)[number]

/** What the program writes by itself, and (OpenDocument) with the help of an office program on the server. */
export const formatsOut = ['docx', 'odt', 'md', 'txt'] as const
export type FormatOut = (typeof formatsOut)[number]

/** As people know them, the same in every language. */
export const formatNames = {
  docx: 'Word (.docx)',
  odt: 'OpenDocument (.odt)',
  md: 'Markdown (.md)',
} as const

/** The format that a file of this name should be of; null when it is none that we read. */
export function formatOfName(name: string): FormatIn | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (ending === 'markdown') return 'md'
  if (ending === 'text') return 'txt'
  return formatsIn.find((format) => format === ending) ?? null
}
