/** Everything that the editor of one language is made of. */
import type { AnyExtension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { XmlFragment } from 'yjs'
import { BlockIds } from './block-ids.ts'
import { BlockKeys } from './block-keys.ts'
import { NeverEmpty } from './never-empty.ts'
import { Numbers, type NumbersOptions } from './numbers.ts'
import { schemaExtensions } from './schema-extensions.ts'
import { TypingHabits } from './typing-habits.ts'

/** `more` is what only the body has, not a footnote: other people's carets. */
export const draftExtensions = (
  fragment: XmlFragment,
  numbers: NumbersOptions,
  more: AnyExtension[] = [],
): AnyExtension[] => [
  ...schemaExtensions(),
  Collaboration.configure({ fragment }),
  BlockIds,
  BlockKeys,
  NeverEmpty,
  TypingHabits,
  Numbers.configure(numbers),
  ...more,
]
