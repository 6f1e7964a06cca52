/** Cross-references: putting one in, following it, and making one of a pasted clause's link. [DRAFT5] */
import type { Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { anchorCharacter, isId } from '#shared/text/blocks.ts'
import { blockById } from '../clauses/place-of-block.ts'
import { goToBlock } from '../editor/go-to.ts'

/** Puts a reference to a block in the place of what stands between two positions. */
export function insertReference(
  state: EditorState,
  { from, to }: { from: number; to: number },
  target: string,
): Transaction {
  const mark = state.schema.mark('reference', { target })
  return state.tr.replaceWith(from, to, state.schema.text(anchorCharacter, [mark])).scrollIntoView()
}

/** Goes to the clause that a reference names; says whether it is there. */
export function follow(editor: Editor, target: string): boolean {
  const found = blockById(editor.state.doc, target)
  if (found) goToBlock(editor, found.pos)
  return found !== null
}

/** The address of a block in this text, to be handed on or pasted. */
export function linkTo(id: string, address: URL | Location = location): string {
  const link = new URL(address.href)
  link.hash = `p-${id}`
  return link.href
}

/** The block that a pasted link to this very text names; null when it is no such link. */
export function targetOfLink(pasted: string, address: URL | Location = location): string | null {
  const text = pasted.trim()
  if (/\s/.test(text) || !text.includes('#p-')) return null
  const link = addressIn(text, address)
  if (!link) return null
  const id = link.hash.slice('#p-'.length)
  return link.origin === address.origin && link.pathname === address.pathname && isId(id)
    ? id
    : null
}

/** `URL.canParse` is younger than many a phone. */
function addressIn(text: string, base: URL | Location): URL | null {
  try {
    return new URL(text, base.href)
  } catch {
    return null
  }
}
