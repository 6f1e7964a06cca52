/** The place of a picture that is on its way: itself, how far it is, and what can be done about it. */
import type { Refused } from '#client/api/refused.ts'
import type { Sending } from './sending.ts'

export type SendingWords = {
  sending(percent: number): string
  drawing: string
  retry: string
  remove: string
  refused(refused: Refused): string
}

/** Built by hand: it stands within the text that the editor draws. */
export function drawSending(
  place: HTMLElement,
  { address, percent, refused }: Sending,
  words: SendingWords,
): void {
  if (!place.firstChild) build(place, address, words)
  const [said, bar, retry] = ['p', 'progress', '[data-act="retry"]'].map((name) =>
    place.querySelector<HTMLElement>(name),
  )
  const line = percent < 100 ? words.sending(percent) : words.drawing
  if (said) said.textContent = refused ? words.refused(refused) : line
  if (said) said.role = refused ? 'alert' : null
  if (bar instanceof HTMLProgressElement) {
    bar.hidden = refused !== null
    if (percent < 100) bar.value = percent
    else bar.removeAttribute('value')
  }
  if (retry) retry.hidden = refused === null
  place.classList.toggle('refused', refused !== null)
}

function build(place: HTMLElement, address: string, words: SendingWords) {
  place.className = 'sending'
  place.contentEditable = 'false'
  const picture = document.createElement('img')
  picture.src = address
  picture.alt = ''
  const beside = document.createElement('div')
  const progress = document.createElement('progress')
  progress.max = 100
  beside.append(
    document.createElement('p'),
    progress,
    button('retry', words.retry),
    button('remove', words.remove),
  )
  place.append(picture, beside)
}

function button(act: string, words: string): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.dataset.act = act
  made.textContent = words
  return made
}
