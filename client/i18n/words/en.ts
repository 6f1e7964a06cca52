/** The English words of the text, and of what stands around every screen. */
import shared from '#shared/words/en.json'
import app from './en/app.json'
import brought from './en/brought.json'
import clauses from './en/clauses.json'
import drafting from './en/drafting.json'
import files from './en/files.json'
import images from './en/images.json'
import parts from './en/parts.json'
import statements from './en/statements.json'
import tables from './en/tables.json'
import typing from './en/typing.json'
import ui from './en/ui.json'

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
