/** The button that puts a picture into the text. [DRAFT6] */
import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { ImagePlus } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { pictureTypes } from '#shared/pictures.ts'
import { type PicturesOptions, sendFiles } from './sending.ts'

export function InsertPicture({ editor, className }: { editor: Editor; className?: string }) {
  const say = useWords()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Toolbar.Button
        className={className}
        aria-label={say('images.insert')}
        title={say('images.insert')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => picker.current?.click()}
      >
        <ImagePlus />
      </Toolbar.Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join()}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          const found = editor.extensionManager.extensions.find(({ name }) => name === 'pictures')
          if (found) sendFiles(editor.view, files, found.options as PicturesOptions)
        }}
      />
    </>
  )
}
