/** The Kyrgyz words of the text, and of what stands around every screen. */
import shared from '#shared/words/ky.json'
import app from './ky/app.json'
import brought from './ky/brought.json'
import clauses from './ky/clauses.json'
import drafting from './ky/drafting.json'
import files from './ky/files.json'
import images from './ky/images.json'
import parts from './ky/parts.json'
import statements from './ky/statements.json'
import tables from './ky/tables.json'
import typing from './ky/typing.json'
import ui from './ky/ui.json'

export const words = {
  ...shared,
  ...app,
  ...brought,
  ...clauses,
  ...drafting,
  ...files,
  ...images,
  ...parts,
  ...statements,
  ...tables,
  ...typing,
  ...ui,
}
