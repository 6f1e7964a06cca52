/** Reads the footnotes and endnotes of a Word file, each when the text first refers to it. */
import { newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { childrenOf, type XmlElement } from '../xml.ts'
import { Fields } from './fields.ts'
import { readFlow } from './flow.ts'
import type { NoteKind, Reading } from './story.ts'
import type { Part } from './word-parts.ts'

export class Notes {
  /** The bodies of the notes read so far, by the id that their anchors name. */
  readonly bodies: { [id: string]: NodeJson[] } = {}
  readonly #reading: Reading
  readonly #parts: Record<NoteKind, Part | undefined>
  readonly #elements: Record<NoteKind, Map<string | undefined, XmlElement>>
  readonly #ids = new Map<string, string | null>()

  constructor(
    parts: { footnotes: Part | undefined; endnotes: Part | undefined },
    reading: Reading,
  ) {
    this.#reading = reading
    this.#parts = { footnote: parts.footnotes, endnote: parts.endnotes }
    this.#elements = {
      footnote: byId(parts.footnotes, 'w:footnote'),
      endnote: byId(parts.endnotes, 'w:endnote'),
    }
  }

  /** Our id for a note of the file; null when it says nothing. Two references to one note share it. */
  idOf(kind: NoteKind, id: string | undefined): string | null {
    const key = `${kind} ${id}`
    if (!this.#ids.has(key)) this.#ids.set(key, this.#read(kind, id))
    return this.#ids.get(key) ?? null
  }

  #read(kind: NoteKind, id: string | undefined): string | null {
    const root = this.#elements[kind].get(id)
    const part = this.#parts[kind]
    if (!root || !part) return null
    const reading = this.#reading
    const fields = new Fields(root, reading)
    const { relationships } = part
    const blocks = readFlow(root, {
      reading,
      place: 'note',
      relationships,
      fields,
      note: () => null,
    })
    if (blocks.length === 0) return null
    if (kind === 'endnote') reading.losses.add('endnote')
    const ours = newId()
    this.bodies[ours] = blocks
    return ours
  }
}

/** The line that parts the notes from the text is kept among them, with a type. */
const byId = (part: Part | undefined, name: string) =>
  new Map(
    childrenOf(part?.root, name)
      .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
      .map((note) => [note.attributes['w:id'], note]),
  )
