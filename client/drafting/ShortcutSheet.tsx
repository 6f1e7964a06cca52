/** All shortcuts and habits of the keyboard on one sheet. */
import { useWords, type WordId } from '#client/i18n/words.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { editingActs } from './editing-acts.ts'
import { insertions } from './insertions.ts'
import styles from './ShortcutSheet.module.css'
import { keysOf } from './shortcuts.ts'

type Row = { name: WordId; keys: string }

const named = (rows: readonly { name: WordId; keys?: string }[]): Row[] =>
  rows.flatMap(({ name, keys }) => (keys ? { name, keys } : []))

const groups: readonly { title: WordId; rows: readonly Row[] }[] = [
  {
    title: 'typing.sheet.formats',
    rows: [
      { name: 'drafting.tool.bold', keys: 'Mod B' },
      { name: 'drafting.tool.italic', keys: 'Mod I' },
      { name: 'drafting.tool.underline', keys: 'Mod U' },
      { name: 'drafting.tool.strike', keys: 'Mod Shift X' },
      ...named(editingActs.filter(({ group }) => group === 'format')),
    ],
  },
  { title: 'typing.sheet.blocks', rows: named(insertions) },
  {
    title: 'typing.sheet.text',
    rows: [
      { name: 'drafting.tool.undo', keys: 'Mod Z' },
      { name: 'drafting.tool.redo', keys: 'Mod Y' },
      { name: 'typing.sheet.paste-plain', keys: 'Mod Shift V' },
      { name: 'typing.sheet.deeper', keys: 'Tab' },
      { name: 'typing.sheet.higher', keys: 'Shift Tab' },
      { name: 'typing.sheet.line', keys: 'Shift Enter' },
      { name: 'typing.sheet.toolbar', keys: 'Alt F10' },
      ...named(editingActs.filter(({ group }) => group !== 'format')),
    ],
  },
]

/** What is typed, and what it becomes. */
const habits: readonly { typed: string; name: WordId }[] = [
  { typed: '/', name: 'typing.insert' },
  { typed: '# ', name: 'drafting.kind.title' },
  { typed: '## ', name: 'drafting.kind.heading' },
  { typed: '1. ', name: 'drafting.kind.operative' },
  { typed: '- ', name: 'drafting.kind.bullet' },
  { typed: '> ', name: 'drafting.kind.quotation' },
  { typed: '**…**', name: 'drafting.tool.bold' },
  { typed: '*…*', name: 'drafting.tool.italic' },
  { typed: '~~…~~', name: 'drafting.tool.strike' },
  { typed: '[…](example.org)', name: 'drafting.tool.link' },
  { typed: 'https://… ', name: 'drafting.tool.link' },
]

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords()
  return (
    <Dialog open={open} onClose={onClose} title={say('typing.shortcuts')} wide reading>
      <div className={styles.sheet}>
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{say(title)}</h3>
            <dl>
              {rows.map(({ name, keys }) => (
                <div key={`${name} ${keys}`}>
                  <dt>{say(name)}</dt>
                  <dd>
                    <kbd>{keysOf(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{say('typing.sheet.habits')}</h3>
          <dl>
            {habits.map(({ typed, name }) => (
              <div key={typed}>
                <dt>{say(name)}</dt>
                <dd>
                  <kbd>{typed}</kbd>
                </dd>
              </div>
            ))}
          </dl>
          <p>{say('typing.sheet.habits.undo')}</p>
        </section>
      </div>
    </Dialog>
  )
}
