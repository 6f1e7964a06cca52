/** Everything that the editor of one text is made of. */
import type { AnyExtension } from '@tiptap/core'
import { FoundPlaces } from '../find/found.ts'
import { Pasting } from '../paste/pasting.ts'
import { TableEditing, withTableView } from '../tables/table-editing.ts'
import { LetterFirst } from '../typing/letter-first.ts'
import { TypingHabits } from '../typing/typing-habits.ts'
import { BlockIds } from './block-ids.ts'
import { BlockKeys } from './block-keys.ts'
import type { NumbersOptions } from './drawn-numbers.ts'
import { LongText } from './long-text.ts'
import { NeverEmpty } from './never-empty.ts'
import { Numbers } from './numbers.ts'
import { schemaExtensions } from './schema-extensions.ts'
import { Together, type TogetherOptions } from './together.ts'
import { TypingInSuggestions } from './typing-in-suggestions.ts'

export const draftExtensions = (
  together: TogetherOptions,
  numbers: NumbersOptions,
): AnyExtension[] => [
  ...withTableView(schemaExtensions()),
  BlockIds,
  BlockKeys,
  NeverEmpty,
  TableEditing,
  TypingHabits.configure({ language: numbers.language }),
  TypingInSuggestions,
  Numbers.configure(numbers),
  FoundPlaces,
  LetterFirst,
  LongText,
  Pasting.extend({
    addOptions: () => ({
      draft: together.fragment.doc,
      isNote: together.awareness === null,
      language: numbers.language,
    }),
  }),
  Together.extend({ addOptions: () => together }),
]
