/** All Tajik words of the screens. */
import shared from '#shared/words/tg.json'
import app from './tg/app.json'
import clauses from './tg/clauses.json'
import coalitions from './tg/coalitions.json'
import drafting from './tg/drafting.json'
import files from './tg/files.json'
import images from './tg/images.json'
import people from './tg/people.json'
import releases from './tg/releases.json'
import signatures from './tg/signatures.json'
import statements from './tg/statements.json'
import tables from './tg/tables.json'
import typing from './tg/typing.json'
import ui from './tg/ui.json'

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
