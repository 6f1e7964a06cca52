/** The fields of a Word file: instructions whose result stands in the text, such as links, dates and contents. */
import { type LinkTarget, linkTarget } from '../addresses.ts'
import { most, within } from '../bounds.ts'
import type { Losses } from '../losses.ts'
import type { XmlElement } from '../xml.ts'
import { isOurs, type Places } from './places.ts'

/** Whether the result of a field comes over as text, and the address it links to. */
type FieldMeaning = { shows: boolean; link: string | null; reference: number | null }

/** Fields whose result stays true: it says what it says wherever it stands. */
const steady = new Set(['QUOTE', 'FORMTEXT', 'XE', 'TC', 'SET', 'ADVANCE', 'PRIVATE'])

/** Fields that list the pages of the document, which a text on a screen has none of. */
const listsOfPages = new Set(['TOC', 'TOA', 'INDEX'])

/** What an instruction means; counts what is lost with it. */
function meaningOf(instruction: string, losses: Losses, places: Places): FieldMeaning {
  const [name = '', ...words] = instruction.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []
  const kind = name.toUpperCase()
  if (kind === 'HYPERLINK') {
    const { link, loss } = addressOf(words)
    if (loss) losses.add(loss)
    return { shows: true, link, reference: null }
  }
  const [place = ''] = words
  if (kind === 'REF' && (isOurs(place) || words.some((word) => /^\\[rnw]$/i.test(word)))) {
    return { shows: true, link: null, reference: places.refer(unquoted(place)) }
  }
  if (!steady.has(kind)) losses.add(kind === 'EQ' ? 'equation' : 'field')
  return { shows: !listsOfPages.has(kind), link: null, reference: null }
}

/** `\l` names a place in the document; `\o` and `\t` take a word too, the other switches none. */
function addressOf(words: string[]): LinkTarget {
  let address = ''
  let place = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (word === '\\l') place = unquoted(words[++at] ?? '')
    else if (word === '\\o' || word === '\\t') at++
    else if (!word.startsWith('\\') && address === '') address = unquoted(word)
  }
  return linkTarget(address, place)
}

const unquoted = (word: string) => word.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1')

type OpenField = FieldMeaning & { instruction: string; result: boolean }

/**
 * Follows the fields of one story, which begin in one run and end in another, perhaps paragraphs
 * later. In a story where some field never ends, all results come over: better the words of a table
 * of contents than none of what follows it.
 */
export class Fields {
  readonly #losses: Losses
  readonly #places: Places
  readonly #whole: boolean
  #open: OpenField[] = []

  constructor(story: XmlElement, { losses, places }: { losses: Losses; places: Places }) {
    this.#losses = losses
    this.#places = places
    this.#whole = fieldsEnd(story)
  }

  /** Whether what is met now comes over as text. */
  get showing(): boolean {
    return this.#open.every(({ result, shows }) => result && (shows || !this.#whole))
  }

  /** The address of the innermost link around what is met now. */
  get link(): string | null {
    return this.#open.findLast(({ link }) => link)?.link ?? null
  }

  /** The cross-reference that what is met now is the result of. */
  get reference(): number | null {
    return this.#open.findLast(({ reference }) => reference !== null)?.reference ?? null
  }

  /** Meets a `w:fldChar` of that type. */
  meet(type: string | undefined): void {
    if (type === 'begin') {
      within(this.#open.length < most.openFields)
      this.#open.push({
        ...{ instruction: '', result: false },
        ...{ shows: true, link: null, reference: null },
      })
    } else if (type === 'separate') this.#read()
    else if (type === 'end') {
      this.#read()
      this.#open.pop()
    }
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.result) field.instruction += text
  }

  /** No instruction goes on in the next paragraph; one that seems to has lost its end. */
  endParagraph(): void {
    this.#open = this.#open.filter(({ result }) => result)
  }

  #read(): void {
    const field = this.#open.at(-1)
    if (!field || field.result) return
    field.result = true
    if (this.#open.slice(0, -1).every(({ result, shows }) => result && shows)) {
      Object.assign(field, meaningOf(field.instruction, this.#losses, this.#places))
    }
  }
}

/** Whether every field that begins also ends, as far as the text is read. */
const fieldsEnd = (story: XmlElement): boolean => leftOpen(story) === 0

function leftOpen({ name, attributes, children }: XmlElement): number {
  // A field whose end somebody wants deleted would have none.
  if (name === 'w:del' || name === 'w:moveFrom') return 0
  const type = name === 'w:fldChar' ? attributes['w:fldCharType'] : undefined
  const own = type === 'begin' ? 1 : type === 'end' ? -1 : 0
  return children.reduce((sum, child) => sum + leftOpen(child), own)
}
