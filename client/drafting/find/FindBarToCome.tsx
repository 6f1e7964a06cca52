/** Takes what is typed to be looked for until the bar itself is there: no letter may go into the text instead. */
import { useSyncExternalStore } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { Part } from '#client/ui/parts.ts'
import styles from './FindBar.module.css'
import type { Seeking } from './seeking.ts'

export function FindBarToCome({
  bar: { part },
  seeking,
  onSeek,
}: {
  bar: { part: Pick<Part<unknown>, 'content' | 'subscribe'> }
  seeking: Seeking
  onSeek: (seeking: Seeking | null) => void
}) {
  const say = useWords()
  const isThere = useSyncExternalStore(part.subscribe, part.content) !== null
  if (isThere) return null
  return (
    <search className={styles.place} aria-label={say('typing.find')}>
      <form
        className={styles.bar}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={({ key }) => key === 'Escape' && onSeek(null)}
      >
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for, to be typed into
          autoFocus
          type="text"
          inputMode="search"
          className={styles.field}
          aria-label={say('typing.find')}
          placeholder={say('typing.find')}
          value={seeking.sought.query}
          onChange={({ target }) =>
            // Not asked for again: what is typed here is not there to be typed over.
            onSeek({ ...seeking, asked: 0, sought: { ...seeking.sought, query: target.value } })
          }
        />
      </form>
    </search>
  )
}
