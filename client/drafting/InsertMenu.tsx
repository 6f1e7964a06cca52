/** What can be put into the text where the caret stands. */
import { ChevronDown, Plus } from 'lucide-react'
import { useWords } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { type EditingPlace, insertions } from './insertions.ts'
import { Keys } from './Keys.tsx'
import styles from './KindMenu.module.css'

export function InsertMenu({ place }: { place: EditingPlace }) {
  const say = useWords()
  return (
    <Menu
      label={say('typing.insert')}
      className={styles.insert}
      trigger={
        <>
          <Plus aria-hidden="true" />
          <span>{say('typing.insert')}</span>
          <ChevronDown aria-hidden="true" />
        </>
      }
      entries={insertions
        .filter(({ isKind }) => !isKind)
        .map(({ id, name, icon: Icon, keys, run }) => ({
          icon: <Icon key={id} aria-hidden="true" />,
          label: (
            <>
              {say(name)}
              {keys && <Keys keys={keys} />}
            </>
          ),
          onChoose: () => run(place),
        }))}
    />
  )
}
