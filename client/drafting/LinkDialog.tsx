/** Where the selected words lead. */
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { safeAddress } from '#shared/text/links.ts'

export function LinkDialog({
  editor,
  open,
  onClose,
}: {
  editor: Editor
  open: boolean
  onClose: () => void
}) {
  const say = useWords()
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    if (!open) return
    setAddress(editor.getAttributes('link').href ?? '')
    setWrong(false)
  }, [open, editor])

  function save() {
    const href = safeAddress(address.includes(':') ? address : `https://${address}`)
    if (!href) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link')) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    } else {
      // What is typed next is written behind the words, not over them.
      chain.setMark('link', { href }).command(({ tr, commands }) => {
        return commands.setTextSelection(tr.selection.to)
      })
    }
    chain.run()
    onClose()
  }

  function remove() {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    onClose()
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say('drafting.tool.link')}
      actions={
        <>
          {editor.isActive('link') && (
            <Button kind="quiet" onClick={remove}>
              {say('drafting.link.remove')}
            </Button>
          )}
          <Button kind="main" onClick={save}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('drafting.link.address')}
        type="url"
        inputMode="url"
        value={address}
        error={wrong ? say('drafting.link.wrong') : undefined}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          save()
        }}
        placeholder="https://"
        autoFocus
      />
    </Dialog>
  )
}
