/** The Tajik words of the text, and of what stands around every screen. */
import shared from '#shared/words/tg.json'
import app from './tg/app.json'
import brought from './tg/brought.json'
import clauses from './tg/clauses.json'
import drafting from './tg/drafting.json'
import files from './tg/files.json'
import images from './tg/images.json'
import parts from './tg/parts.json'
import statements from './tg/statements.json'
import tables from './tg/tables.json'
import typing from './tg/typing.json'
import ui from './tg/ui.json'

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
