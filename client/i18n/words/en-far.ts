/** The English words of all the screens but the text. */
import beginnings from './en/beginnings.json'
import coalitions from './en/coalitions.json'
import importing from './en/importing.json'
import people from './en/people.json'
import releases from './en/releases.json'
import signatures from './en/signatures.json'

export const words = {
  ...beginnings,
  ...coalitions,
  ...importing,
  ...people,
  ...releases,
  ...signatures,
}
