/** What a file may hold that does not come over as it was; each is named to whoever brings the file in. [DRAFT7] */

export const losses = [
  'image',
  'rule',
  'numbering',
  'tracked-formatting',
  'text-box',
  'chart',
  'equation',
  'field',
  'header-or-footer',
  'endnote',
  'nested-table',
  'embedded-object',
  'unsafe-link',
  'hidden-text',
] as const
export type Loss = (typeof losses)[number]
