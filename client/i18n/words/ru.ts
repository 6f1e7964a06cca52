/** The Russian words of the text, and of what stands around every screen. */
import shared from '#shared/words/ru.json'
import app from './ru/app.json'
import brought from './ru/brought.json'
import clauses from './ru/clauses.json'
import drafting from './ru/drafting.json'
import files from './ru/files.json'
import images from './ru/images.json'
import parts from './ru/parts.json'
import statements from './ru/statements.json'
import tables from './ru/tables.json'
import typing from './ru/typing.json'
import ui from './ru/ui.json'

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
