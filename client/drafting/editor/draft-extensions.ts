/** Everything that the editor of one text is made of. */
import type { AnyExtension } from '@tiptap/core'
import { BlockIds } from './block-ids.ts'
import { BlockKeys } from './block-keys.ts'
import { NeverEmpty } from './never-empty.ts'
import { Numbers, type NumbersOptions } from './numbers.ts'
import { schemaExtensions } from './schema-extensions.ts'
import { Together, type TogetherOptions } from './together.ts'
import { TypingHabits } from './typing-habits.ts'
import { TypingInSuggestions } from './typing-in-suggestions.ts'

export const draftExtensions = (
  together: TogetherOptions,
  numbers: NumbersOptions,
): AnyExtension[] => [
  ...schemaExtensions(),
  BlockIds,
  BlockKeys,
  NeverEmpty,
  TypingHabits,
  TypingInSuggestions,
  Numbers.configure(numbers),
  Together.extend({ addOptions: () => together }),
]
