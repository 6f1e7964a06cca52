/** The Tajik words of all the screens but the text. */
import beginnings from './tg/beginnings.json'
import coalitions from './tg/coalitions.json'
import importing from './tg/importing.json'
import people from './tg/people.json'
import releases from './tg/releases.json'
import signatures from './tg/signatures.json'

export const words = {
  ...beginnings,
  ...coalitions,
  ...importing,
  ...people,
  ...releases,
  ...signatures,
}
