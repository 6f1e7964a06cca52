/** The numbers of a Word file: which of its lists a paragraph is in, so that Word counts as our text does. */
import { cyrillicLanguages, type Language } from '#shared/language/languages.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { tag, xmlFile } from '../markup.ts'
import { namespaces } from './write-names.ts'

export type CountedKind = 'operative' | 'numbered' | 'bullet'

const families: Record<CountedKind, number> = { operative: 1, numbered: 2, bullet: 3 }
const levels = [0, 1, 2, 3]

/** `texts` are the labels of levels that are not those of the family. */
type List = {
  id: number
  family: number
  starts: ReadonlyMap<number, number>
  texts: ReadonlyMap<number, string>
}

/**
 * Word counts all lists of one family together. Where our count is another than Word's would be, the
 * family goes on in a new list that says where it begins.
 */
export class NumberingWriter {
  readonly #language: Language
  readonly #style: NumberingStyle
  readonly #lists: List[] = []
  readonly #now = new Map<
    number,
    { list: List; counts: (number | undefined)[]; begun: Set<number> }
  >()

  constructor(language: Language, style: NumberingStyle) {
    this.#language = language
    this.#style = style
    for (const family of Object.values(families)) this.#begin(family, new Map(), new Map())
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
    const text = this.#labelOf(kind, level, now.counts)
    const isOther = text !== (now.list.texts.get(level) ?? this.#labelOf(kind, level))
    const state =
      expected === number && !isUnsure && !isOther
        ? now
        : this.#restart(kind, now.counts, level, number)
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
    const lists = this.#lists.map(({ id, family, starts, texts }) =>
      tag(
        'w:num',
        { 'w:numId': id },
        tag('w:abstractNumId', { 'w:val': family }),
        ...[...starts].map(([level, start]) =>
          tag(
            'w:lvlOverride',
            { 'w:ilvl': level },
            tag('w:startOverride', { 'w:val': start }),
            texts.has(level) ? this.#level('operative', level, texts.get(level)) : '',
          ),
        ),
      ),
    )
    return xmlFile(tag('w:numbering', namespaces, ...all, ...lists))
  }

  stateOf(family: number) {
    return this.#now.get(family)
  }

  #begin(family: number, starts: List['starts'], texts: List['texts']) {
    const list = { id: this.#lists.length + 1, family, starts, texts }
    this.#lists.push(list)
    const state = { list, counts: [] as (number | undefined)[], begun: new Set<number>() }
    this.#now.set(family, state)
    return state
  }

  #restart(kind: CountedKind, counts: (number | undefined)[], level: number, number: number) {
    const deeper = levels.filter((one) => one > level).map((one) => [one, 1] as const)
    const text = this.#labelOf(kind, level, counts)
    const texts = text === this.#labelOf(kind, level) ? [] : [[level, text] as const]
    const starts = new Map([[level, number], ...deeper])
    const state = this.#begin(families[kind], starts, new Map(texts))
    state.counts = counts.slice(0, level)
    return state
  }

  #level(kind: CountedKind, level: number, text = this.#labelOf(kind, level)): string {
    const indent = 567 * (level + 1)
    return tag(
      'w:lvl',
      { 'w:ilvl': level },
      tag('w:start', { 'w:val': 1 }),
      tag('w:numFmt', { 'w:val': this.#formatOf(kind, level) }),
      tag('w:lvlText', { 'w:val': text }),
      tag('w:lvlJc', { 'w:val': 'left' }),
      tag('w:pPr', {}, tag('w:ind', { 'w:left': indent, 'w:hanging': 567 })),
    )
  }

  #isInFigures(kind: CountedKind): boolean {
    return kind === 'operative' && this.#style === 'decimal'
  }

  #formatOf(kind: CountedKind, level: number): string {
    if (kind === 'bullet') return 'bullet'
    if (this.#isInFigures(kind)) return 'decimal'
    const isCyrillic = cyrillicLanguages.includes(this.#language)
    const letters = isCyrillic ? 'russianLower' : 'lowerLetter'
    return ['decimal', letters, 'lowerRoman', 'decimal'][level] as string
  }

  /** As `numberLabels` has it; a level that was left out, which `counts` tells, is left out here too. */
  #labelOf(kind: CountedKind, level: number, counts?: readonly (number | undefined)[]): string {
    if (kind === 'bullet') return ['•', '–', '◦', '·'][level] as string
    const place = `%${level + 1}`
    if (level === 0) return `${place}.`
    if (this.#isInFigures(kind)) {
      const above = levels.filter((one) => one < level)
      const there = counts ? above.filter((one) => counts[one] !== undefined) : above
      return [...there.map((one) => `%${one + 1}`), place].join('.')
    }
    return cyrillicLanguages.includes(this.#language) ? `${place})` : `(${place})`
  }
}

const placed = (level: number, list: number): string =>
  tag('w:numPr', {}, tag('w:ilvl', { 'w:val': level }), tag('w:numId', { 'w:val': list }))
