/** The least that an editor can be, in a page of its own: what the browser itself takes for a letter. */
import type { PeerPage } from '../peer-pages.ts'

const { clauses } = window as unknown as PeerPage
const text = document.createElement('div')
text.contentEditable = 'true'
text.className = 'text'
for (const words of clauses) {
  const paragraph = document.createElement('p')
  paragraph.textContent = words
  text.append(paragraph)
}
document.body.append(text)
