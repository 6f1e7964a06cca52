/** What is needed now and then: rarer formats, finding, setting the text well, printing, shortcuts. */
import { Ellipsis } from 'lucide-react'
import { useWords } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import type { MenuEntry } from '#client/ui/MenuList.tsx'
import { type EditingAct, editingActs } from './editing-acts.ts'
import type { EditingPlace } from './insertions.ts'
import { Keys } from './Keys.tsx'
import styles from './KindMenu.module.css'
import { chooseSmartTyping, useSmartTyping } from './typography/smart-typing.ts'

export function MoreMenu({ place }: { place: EditingPlace }) {
  const say = useWords()
  const smart = useSmartTyping()
  const entry = ({ id, name, icon: Icon, keys, run }: EditingAct): MenuEntry => ({
    icon: <Icon key={id} aria-hidden="true" />,
    label: (
      <>
        {say(name)}
        {keys && <Keys keys={keys} />}
      </>
    ),
    onChoose: () => run(place),
  })
  return (
    <Menu
      label={say('typing.more')}
      className={styles.insert}
      trigger={<Ellipsis aria-hidden="true" />}
      entries={[
        ...editingActs.filter(({ group }) => group === 'format').map(entry),
        'line',
        ...editingActs.filter(({ group }) => group === 'text').map(entry),
        { label: say('typing.smart'), on: smart, onTurn: chooseSmartTyping },
        'line',
        ...editingActs.filter(({ group }) => group === 'help').map(entry),
      ]}
    />
  )
}
