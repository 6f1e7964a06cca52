/** All Kyrgyz words of the screens. */
import shared from '#shared/words/ky.json'
import app from './ky/app.json'
import clauses from './ky/clauses.json'
import coalitions from './ky/coalitions.json'
import drafting from './ky/drafting.json'
import files from './ky/files.json'
import images from './ky/images.json'
import people from './ky/people.json'
import releases from './ky/releases.json'
import signatures from './ky/signatures.json'
import statements from './ky/statements.json'
import tables from './ky/tables.json'
import typing from './ky/typing.json'
import ui from './ky/ui.json'

export const words = {
  ...shared,
  ...app,
  ...clauses,
  ...coalitions,
  ...drafting,
  ...files,
  ...images,
  ...people,
  ...releases,
  ...signatures,
  ...statements,
  ...tables,
  ...typing,
  ...ui,
}
