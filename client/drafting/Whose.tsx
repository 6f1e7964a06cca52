/** What is suggested and by whom, as the file that it came in named them. */
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { readSuggestionNote, suggestionsOf } from '#shared/text/review.ts'
import type { Suggestion } from './editor/suggestions.ts'

export function Whose({ suggestion: { id, kind }, doc }: { suggestion: Suggestion; doc: Doc }) {
  const say = useWords()
  const what = say(`files.suggestions.${kind}`)
  const author = readSuggestionNote(suggestionsOf(doc).get(id))?.author
  return author ? `${what}: ${author}` : what
}
