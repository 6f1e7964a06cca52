/** All Tajik words of the screens. */
import shared from '#shared/words/tg.json'
import app from './tg/app.json'
import coalitions from './tg/coalitions.json'
import drafting from './tg/drafting.json'
import files from './tg/files.json'
import people from './tg/people.json'
import releases from './tg/releases.json'
import signatures from './tg/signatures.json'
import statements from './tg/statements.json'
import ui from './tg/ui.json'

export const words = {
  ...shared,
  ...app,
  ...coalitions,
  ...drafting,
  ...files,
  ...people,
  ...releases,
  ...signatures,
  ...statements,
  ...ui,
}
