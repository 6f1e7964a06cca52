/** All Kyrgyz words of the screens. */
import shared from '#shared/words/ky.json'
import app from './ky/app.json'
import coalitions from './ky/coalitions.json'
import drafting from './ky/drafting.json'
import files from './ky/files.json'
import people from './ky/people.json'
import releases from './ky/releases.json'
import signatures from './ky/signatures.json'
import statements from './ky/statements.json'
import ui from './ky/ui.json'

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
