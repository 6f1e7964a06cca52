/** Asks for pictures from this device, and puts them where the caret stands. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import { pictureTypes } from '#shared/pictures.ts'
import { type PicturesOptions, sendFiles } from './sending.ts'

export function choosePictures(editor: Editor): void {
  const picker = document.createElement('input')
  picker.type = 'file'
  picker.multiple = true
  picker.accept = pictureTypes.join()
  picker.hidden = true
  picker.addEventListener('change', () => {
    const found = editor.extensionManager.extensions.find(({ name }) => name === 'pictures')
    if (found) sendFiles(editor.view, [...(picker.files ?? [])], found.options as PicturesOptions)
    picker.remove()
  })
  picker.addEventListener('cancel', () => picker.remove())
  // Some browsers forget a picker that is nowhere in the page.
  document.body.append(picker)
  picker.click()
}
