/** What a part of a Word file points to: other parts of the same file, and addresses outside. */
import type { XmlElement } from '../xml.ts'

type Relationship = {
  /** The last word of its type: `styles`, `footnotes`, `hyperlink`. */
  kind: string
  /** A name inside the zip, or, when external, an address as it was written. Nothing external is ever opened. */
  target: string
  external: boolean
}

export type Relationships = ReadonlyMap<string, Relationship>

/** The name of the part that holds the relationships of `part`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** Reads the relationships of the part of that name. */
export function readRelationships(root: XmlElement | null, part: string): Relationships {
  const found = new Map<string, Relationship>()
  for (const { name, attributes } of root?.children ?? []) {
    const { Id, Type = '', Target = '', TargetMode } = attributes
    if (name !== 'rel:Relationship' || Id === undefined) continue
    const external = TargetMode === 'External'
    const kind = Type.slice(Type.lastIndexOf('/') + 1)
    found.set(Id, { kind, external, target: external ? Target : inside(Target, part) })
  }
  return found
}

/** A target inside the file is written from the folder of its part, or from the top with a slash. */
function inside(target: string, part: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
