/** The Kyrgyz words of all the screens but the text. */
import beginnings from './ky/beginnings.json'
import coalitions from './ky/coalitions.json'
import importing from './ky/importing.json'
import people from './ky/people.json'
import releases from './ky/releases.json'
import signatures from './ky/signatures.json'

export const words = {
  ...beginnings,
  ...coalitions,
  ...importing,
  ...people,
  ...releases,
  ...signatures,
}
