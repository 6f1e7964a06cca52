/** Somebody's hands on the text: what they type and paste, and what stands there then. */
import type { Walker } from './walk.ts'

export class Desk {
  readonly walker: Walker

  constructor(walker: Walker) {
    this.walker = walker
    walker.page.setDefaultTimeout(10_000)
  }

  press = (keys: string) => this.walker.page.keyboard.press(keys)
  type = (words: string) => this.walker.page.keyboard.type(words)

  /** Blocks below the title as `kind level: words`: `*` is an anchor, `_` a space that does not break. */
  blocks = (): Promise<string[]> =>
    this.walker.text().evaluate((text) =>
      [...text.querySelectorAll<HTMLElement>('[data-kind]')].slice(1).map((block) => {
        const words = (block.textContent ?? '').replaceAll('\ufffc', '*')
        const { kind, level } = block.dataset
        return `${kind}${level}: ${words.replaceAll('\u00a0', '_')}`
      }),
    )

  /** A title, and an empty line of plain text in which the caret stands. */
  async startAfresh() {
    await this.walker.focusText()
    for (const keys of ['Control+a', 'Delete', 'Control+Alt+0', 'Control+Alt+1'])
      await this.press(keys)
    await this.type('Название')
    await this.press('Enter')
  }

  paste = (data: { [type: string]: string }): Promise<void> =>
    this.walker.text().evaluate((text, given) => {
      const clipboardData = new DataTransfer()
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
      text.dispatchEvent(Object.defineProperty(event, 'clipboardData', { value: clipboardData }))
    }, data)

  /** What the selection gives to the clipboard. */
  copy = (): Promise<{ 'text/html': string; 'text/plain': string }> =>
    this.walker.text().evaluate((text) => {
      const clipboardData = new DataTransfer()
      const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true })
      text.dispatchEvent(Object.defineProperty(event, 'clipboardData', { value: clipboardData }))
      return {
        'text/html': clipboardData.getData('text/html'),
        'text/plain': clipboardData.getData('text/plain'),
      }
    })

  /** One key as a keyboard of some layout sends it; whether the program took it for its own. */
  key = (init: {
    key: string
    code: string
    ctrlKey?: boolean
    shiftKey?: boolean
    altKey?: boolean
    altGraph?: boolean
  }): Promise<boolean> =>
    this.walker.text().evaluate((text, { altGraph, ...given }) => {
      const event = new KeyboardEvent('keydown', { ...given, bubbles: true, cancelable: true })
      if (altGraph) event.getModifierState = (name) => name === 'AltGraph'
      return !text.dispatchEvent(event)
    }, init)
}
