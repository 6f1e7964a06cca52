/** What the readers of a Word file share: its definitions, and what they keep as they go through it. */
import type { Attrs } from '@tiptap/pm/model'
import type { FilePictures } from '../file-pictures.ts'
import type { Losses } from '../losses.ts'
import type { Changes } from './changes.ts'
import type { Comments } from './comments.ts'
import type { Fields } from './fields.ts'
import type { ListCounter } from './list-counter.ts'
import type { Numbering } from './numbering.ts'
import type { Places } from './places.ts'
import type { Relationships } from './relationships.ts'
import type { Styles } from './styles.ts'

/** One for the whole file. */
export type Reading = {
  styles: Styles
  numbering: Numbering
  counter: ListCounter
  losses: Losses
  changes: Changes
  comments: Comments
  places: Places
  pictures: FilePictures
  /** The attributes of every heading made so far, with its level as Word counts it. */
  headings: Attrs[]
  /** The number that Word shows for each numbered block made so far, by the block's attributes. */
  numbers: Map<Attrs, number>
  /** The label that Word shows for each of them. */
  labels: Map<Attrs, string>
}

/** Where blocks stand: clauses are only in the body; notes and text boxes have neither lists nor headings. */
export type Place = 'body' | 'cell' | 'note' | 'box' | 'inner-box'

/** Where the words of a text box stand that hangs there. */
export const placeOfBox = (outer: Place): Place => (holdsImages(outer) ? 'box' : 'inner-box')

/** Cells and notes hold no pictures, and no box in them does. */
export const holdsImages = (place: Place): boolean => place === 'body' || place === 'box'

export type NoteKind = 'footnote' | 'endnote'

/** A text that is read from its beginning to its end: the body, one note, one text box. */
export type Story = {
  reading: Reading
  place: Place
  relationships: Relationships
  fields: Fields
  /** The id that the note has with us; null when there is no such note, or none may stand here. */
  note: (kind: NoteKind, id: string | undefined) => string | null
}
