/** What of a text must come back when a file of it is read. */
import type { FileText, TextNodes } from '#server/files/file-text.ts'
import type { Language } from '#shared/language/languages.ts'
import type { CanonicalText, Run } from '#shared/text/canonical.ts'
import { canonicalText } from '#shared/text/canonicalise.ts'
import { schema } from '#shared/text/schema.ts'

/** The canonical form, with ids that say where each block stands instead of what it was once called. */
export function formOf(
  { blocks, footnotes }: TextNodes | FileText,
  language: Language = 'ru',
): CanonicalText {
  const body = schema.nodeFromJSON({ type: 'doc', content: blocks })
  body.check()
  const notes = new Map(
    Object.entries(footnotes).map(([id, content]) => [
      id,
      schema.nodeFromJSON({ type: 'doc', content }),
    ]),
  )
  return renamed(canonicalText(body, notes, language).text)
}

function renamed(text: CanonicalText): CanonicalText {
  const names = new Map<string, string>()
  const nameOf = (id: string) => {
    const known = names.get(id) ?? `n${names.size}`
    names.set(id, known)
    return known
  }
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value as Run).map(([key, inner]) => [
        key,
        ['id', 'footnote', 'reference'].includes(key) ? nameOf(String(inner)) : walk(inner),
      ]),
    )
  }
  for (const block of text.blocks) nameOf(block.id)
  return walk(text) as CanonicalText
}

/** Without starts that say what the count says by itself: no file can tell those from none. */
export function withoutIdleStarts(text: TextNodes): TextNodes {
  const counts: { [kind: string]: number[] } = { operative: [], numbered: [] }
  for (const { attrs = {} } of text.blocks) {
    const { kind = 'plain', level = 0 } = attrs as { kind?: string; level?: number }
    if (kind !== 'numbered') clear(counts.numbered as number[], kind === 'bullet' ? level : 0)
    const count = counts[kind]
    if (!count) continue
    clear(count, level + 1)
    const next = (count[level] ?? 0) + 1
    if (attrs.start === next) Object.assign(attrs, { start: null })
    count[level] = attrs.start ?? next
  }
  return text
}

const clear = (counts: number[], from: number) => {
  counts.length = Math.min(counts.length, from)
}
