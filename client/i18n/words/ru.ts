/** All Russian words of the screens. */
import shared from '#shared/words/ru.json'
import app from './ru/app.json'
import clauses from './ru/clauses.json'
import coalitions from './ru/coalitions.json'
import drafting from './ru/drafting.json'
import files from './ru/files.json'
import images from './ru/images.json'
import people from './ru/people.json'
import releases from './ru/releases.json'
import signatures from './ru/signatures.json'
import statements from './ru/statements.json'
import tables from './ru/tables.json'
import typing from './ru/typing.json'
import ui from './ru/ui.json'

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
