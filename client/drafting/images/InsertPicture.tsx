/** The button that puts a picture into the text. [DRAFT6] */
import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { ImagePlus } from 'lucide-react'
import { useWords } from '#client/i18n/words.ts'
import { choosePictures } from './choose-pictures.ts'

export function InsertPicture({ editor, className }: { editor: Editor; className?: string }) {
  const say = useWords()
  return (
    <Toolbar.Button
      className={className}
      aria-label={say('images.insert')}
      title={say('images.insert')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choosePictures(editor)}
    >
      <ImagePlus />
    </Toolbar.Button>
  )
}
