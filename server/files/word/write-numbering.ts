/** The numbers of a Word file: which of its lists a paragraph is in, so that Word counts as our text does. */
import { cyrillicLanguages, type Language } from '#shared/language/languages.ts'
import { tag, xmlFile } from '../markup.ts'
import { namespaces } from './write-names.ts'

export type CountedKind = 'operative' | 'numbered' | 'bullet'

const families: Record<CountedKind, number> = { operative: 1, numbered: 2, bullet: 3 }
const levels = [0, 1, 2, 3]

type List = { id: number; family: number; starts: Map<number, number> }

/**
 * Word counts all lists of one family together. Where our count is another than Word's would be, the
 * family goes on in a new list that says where it begins.
 */
export class NumberingWriter {
  readonly #language: Language
  readonly #lists: List[] = []
  readonly #now = new Map<
    number,
    { list: List; counts: (number | undefined)[]; begun: Set<number> }
  >()

  constructor(language: Language) {
    this.#language = language
    for (const family of Object.values(families)) this.#begin(family, new Map())
  }

  /** The properties of a paragraph with this number; they must be asked for in the order of the text. */
  next(kind: CountedKind, level: number, number: number | null): string {
    const family = families[kind]
    const now = this.#now.get(family) as NonNullable<ReturnType<typeof this.stateOf>>
    if (number === null) return placed(level, now.list.id)
    const own = now.list.starts.get(level)
    const isFirst = now.counts[level] === undefined
    const expected = isFirst ? (own ?? 1) : Number(now.counts[level]) + 1
    // Programs differ in where a level begins again that once was told to begin elsewhere.
    const isUnsure = isFirst && own !== undefined && own !== 1 && now.begun.has(level)
    const state =
      expected === number && !isUnsure ? now : this.#restart(family, now.counts, level, number)
    state.begun.add(level)
    state.counts.length = Math.min(state.counts.length, level)
    state.counts[level] = number
    return placed(level, state.list.id)
  }

  /** The properties of a paragraph that only was of this kind. */
  plainly(kind: CountedKind, level: number): string {
    return placed(level, families[kind])
  }

  file(): string {
    const all = Object.entries(families).map(([kind, family]) =>
      tag(
        'w:abstractNum',
        { 'w:abstractNumId': family },
        tag('w:multiLevelType', { 'w:val': 'multilevel' }),
        ...levels.map((level) => this.#level(kind as CountedKind, level)),
      ),
    )
    const lists = this.#lists.map(({ id, family, starts }) =>
      tag(
        'w:num',
        { 'w:numId': id },
        tag('w:abstractNumId', { 'w:val': family }),
        ...[...starts].map(([level, start]) =>
          tag('w:lvlOverride', { 'w:ilvl': level }, tag('w:startOverride', { 'w:val': start })),
        ),
      ),
    )
    return xmlFile(tag('w:numbering', namespaces, ...all, ...lists))
  }

  stateOf(family: number) {
    return this.#now.get(family)
  }

  #begin(family: number, starts: Map<number, number>) {
    const list = { id: this.#lists.length + 1, family, starts }
    this.#lists.push(list)
    const state = { list, counts: [] as (number | undefined)[], begun: new Set<number>() }
    this.#now.set(family, state)
    return state
  }

  #restart(family: number, counts: (number | undefined)[], level: number, number: number) {
    const deeper = levels.filter((one) => one > level).map((one) => [one, 1] as const)
    const state = this.#begin(family, new Map([[level, number], ...deeper]))
    state.counts = counts.slice(0, level)
    return state
  }

  #level(kind: CountedKind, level: number): string {
    const { format, text } = kind === 'bullet' ? bulletOf(level) : this.#numberOf(level)
    const indent = 567 * (level + 1)
    return tag(
      'w:lvl',
      { 'w:ilvl': level },
      tag('w:start', { 'w:val': 1 }),
      tag('w:numFmt', { 'w:val': format }),
      tag('w:lvlText', { 'w:val': text }),
      tag('w:lvlJc', { 'w:val': 'left' }),
      tag('w:pPr', {}, tag('w:ind', { 'w:left': indent, 'w:hanging': 567 })),
    )
  }

  #numberOf(level: number): { format: string; text: string } {
    const isCyrillic = cyrillicLanguages.includes(this.#language)
    const formats = [
      'decimal',
      isCyrillic ? 'russianLower' : 'lowerLetter',
      'lowerRoman',
      'decimal',
    ]
    const place = `%${level + 1}`
    const text = level === 0 ? `${place}.` : isCyrillic ? `${place})` : `(${place})`
    return { format: formats[level] as string, text }
  }
}

const placed = (level: number, list: number): string =>
  tag('w:numPr', {}, tag('w:ilvl', { 'w:val': level }), tag('w:numId', { 'w:val': list }))

const bulletOf = (level: number) => ({
  format: 'bullet',
  text: ['•', '–', '◦', '·'][level] as string,
})
