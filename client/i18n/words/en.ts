/** All English words of the screens. */
import shared from '#shared/words/en.json'
import app from './en/app.json'
import clauses from './en/clauses.json'
import coalitions from './en/coalitions.json'
import drafting from './en/drafting.json'
import files from './en/files.json'
import images from './en/images.json'
import people from './en/people.json'
import releases from './en/releases.json'
import signatures from './en/signatures.json'
import statements from './en/statements.json'
import tables from './en/tables.json'
import typing from './en/typing.json'
import ui from './en/ui.json'

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
