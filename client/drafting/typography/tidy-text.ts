/** Sets the selected text well, or all of it when nothing is selected, as one change that touches no other letters. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Language } from '#shared/language/languages.ts'
import { tidy } from './tidy.ts'

/** Null when all of it is set well already. */
export function tidyText(state: EditorState, language: Language): Transaction | null {
  const { doc, selection, tr } = state
  const [from, to] = selection.empty ? [0, doc.content.size] : [selection.from, selection.to]
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const start = pos + 1
    const links = linksIn(node)
    const isFixed = (at: number) => start + at < from || start + at >= to || (links[at] ?? false)
    for (const edit of tidy(textOf(node), language, isFixed).reverse()) {
      const at = tr.mapping.map(start)
      tr.insertText(edit.text, at + edit.from, at + edit.to)
    }
    return false
  })
  return tr.docChanged ? tr : null
}

const textOf = (node: Node) => node.textBetween(0, node.content.size, undefined, '\n')

function linksIn(node: Node): boolean[] {
  const links: boolean[] = []
  node.forEach((child) => {
    const linked = child.marks.some(({ type }) => type.name === 'link')
    for (let at = 0; at < child.nodeSize; at++) links.push(linked)
  })
  return links
}
