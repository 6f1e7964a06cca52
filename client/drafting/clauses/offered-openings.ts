/** What could be put in at the caret, from what is typed there: a clause's first words, or a clause to refer to. */
import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { isFromElsewhere } from '../editor/binding/binding.ts'
import { openingsFor, type Part } from './openings.ts'

export type Query = {
  source: 'reference' | Part
  /** What is replaced by the choice. */
  from: number
  to: number
  /** What was typed to choose by. */
  typed: string
  /** Asked for by a sign of its own, so that Enter takes the first; else only what an arrow has chosen is taken. */
  asked: boolean
}

type Known = { query: Query | null; dismissed: boolean }
type OpeningsStorage = { onKey: ((event: KeyboardEvent) => boolean) | null }

declare module '@tiptap/core' {
  interface Storage {
    openings: OpeningsStorage
  }
}

const key = new PluginKey<Known>('openings')
const dismissal = 'dismiss'

export const OfferedOpenings = Extension.create<{ language: Language }, OpeningsStorage>({
  name: 'openings',
  priority: 980,
  addOptions: () => ({ language: 'en' }),
  addStorage: () => ({ onKey: null }),
  addProseMirrorPlugins() {
    const { storage } = this
    const { language } = this.options
    return [
      new Plugin<Known>({
        key,
        state: {
          init: () => ({ query: null, dismissed: false }),
          apply: (tr, before) => after(tr, before, language),
        },
        props: { handleKeyDown: (_, event) => storage.onKey?.(event) ?? false },
      }),
    ]
  },
})

/** What is asked for at the caret now; null when nothing is, or it was waved away. */
export function queryIn(state: EditorState): Query | null {
  const known = key.getState(state)
  return known && !known.dismissed ? known.query : null
}

/** Waves the list away until something else is asked for. */
export const dismiss = ({ view }: Editor): void =>
  view.dispatch(view.state.tr.setMeta(key, dismissal))

/** A list comes up where somebody types, and not where a caret only passes by. */
function after(tr: Transaction, before: Known, language: Language): Known {
  const query = queryAt(tr, language)
  if (!query) return { query: null, dismissed: false }
  const same =
    before.query?.source === query.source && tr.mapping.map(before.query.from, -1) === query.from
  if (same) return { query, dismissed: before.dismissed || tr.getMeta(key) === dismissal }
  const typing = tr.docChanged && !isFromElsewhere(tr)
  return typing ? { query, dismissed: false } : { query: null, dismissed: false }
}

function queryAt({ selection }: Transaction, language: Language): Query | null {
  const { $from, empty } = selection
  const block = $from.parent
  if (!empty || block.type.name !== 'block') return null
  const typed = block.textBetween(0, $from.parentOffset, null, anchorCharacter)
  const reference = referenceIn(typed, language)
  if (reference) return { ...reference, from: $from.pos - reference.length, to: $from.pos }
  const part = partOf(block)
  if (!part || $from.parentOffset < block.content.size) return null
  if (openingsFor(language, part, typed).length === 0) return null
  return { source: part, from: $from.start(), to: $from.pos, typed, asked: false }
}

/** Only clauses of the text itself: what is in a table's cell, or below a clause, goes on from it. */
const partOf = ({ attrs }: Node): Part | null =>
  attrs.level === 0 && (attrs.kind === 'preamble' || attrs.kind === 'operative') ? attrs.kind : null

/** Words behind which people name a clause. */
const calls: Record<Language, string> = {
  en: 'clauses?|paragraphs?|para\\.',
  ky: 'пункт\\p{L}*|п\\.|кара:',
  ru: 'пункт\\p{L}*|подпункт\\p{L}*|пп?\\.|см\\.',
  tg: 'банд\\p{L}*|ниг\\.',
}

function referenceIn(typed: string, language: Language) {
  const sign = typed.match(/§([^§\ufffc\n]{0,30})$/u)
  if (sign) {
    const [whole, words = ''] = sign
    return { source: 'reference' as const, typed: words, asked: true, length: whole.length }
  }
  const call = typed.match(
    new RegExp(`(?:^|[\\s(«“])(?:${calls[language]})[\\s\\u00a0]([\\p{L}\\p{N}.]{0,8})$`, 'iu'),
  )
  const words = call?.[1]
  // A word that begins with no number or a single letter is the sentence going on.
  if (words === undefined || !/^(\p{N}.*|\p{L}?)$/u.test(words)) return null
  return { source: 'reference' as const, typed: words, asked: false, length: words.length }
}
