/** The Russian words of all the screens but the text. */
import beginnings from './ru/beginnings.json'
import coalitions from './ru/coalitions.json'
import importing from './ru/importing.json'
import people from './ru/people.json'
import releases from './ru/releases.json'
import signatures from './ru/signatures.json'

export const words = {
  ...beginnings,
  ...coalitions,
  ...importing,
  ...people,
  ...releases,
  ...signatures,
}
