/** Looking for words, and putting others in their place, in the text and its notes. */
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import {
  type KeyboardEvent as ReactKeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
} from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import type { Language } from '#shared/language/languages.ts'
import type { EditingPlace } from '../insertions.ts'
import { keysPressed } from '../shortcuts.ts'
import styles from './FindBar.module.css'
import { Option, Tool } from './FindTools.tsx'
import { LanguageHits } from './LanguageHits.tsx'
import type { Seeking } from './seeking.ts'
import { useFound } from './use-found.ts'

const steps: { [keys: string]: 1 | -1 } = {
  F3: 1,
  'Shift F3': -1,
  'Mod G': 1,
  'Mod Shift G': -1,
}

export function FindBar({
  place,
  seeking,
  onSeek,
  mayEdit,
  languages,
  onGo,
}: {
  place: EditingPlace
  seeking: Seeking
  onSeek: (seeking: Seeking | null) => void
  mayEdit: boolean
  /** Those of the statement. */
  languages: readonly Language[]
  onGo: (language: Language, block: string | null) => void
}) {
  const say = useWords()
  const tell = useTell()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const { sought, words, replacing } = seeking
  const listed = seeking.everywhere && sought.query !== ''
  const { count, current, step, replaceOne, replaceAll, rest } = useFound(place, sought, listed)
  const change = (part: Partial<Seeking>) => onSeek({ ...seeking, ...part })
  const look = (part: Partial<typeof sought>) => change({ sought: { ...sought, ...part } })

  // Asked for again, perhaps from within the text, the words are ready to be typed over.
  const { asked } = seeking
  useEffect(() => {
    field.current?.focus()
    const end = field.current?.value.length ?? 0
    field.current?.setSelectionRange(asked > 0 ? 0 : end, end)
  }, [asked])

  function close() {
    rest()
    onSeek(null)
  }

  /** A button that can do no more would lose the focus, and the search its keys. */
  function replace(act: () => void, left: number) {
    act()
    if (left === 0) field.current?.focus()
  }

  function onKeyDown(event: ReactKeyboardEvent) {
    if (event.key !== 'Escape') return
    close()
    event.preventDefault()
    event.stopPropagation()
  }

  // From within the text, too, as long as the bar is open.
  const onStep = useEffectEvent((event: KeyboardEvent) => {
    const by = steps[keysPressed(event) ?? '']
    if (!by) return
    event.preventDefault()
    step(by)
  })
  useEffect(() => {
    document.addEventListener('keydown', onStep)
    return () => document.removeEventListener('keydown', onStep)
  }, [])

  return (
    <search className={styles.place} aria-label={say('typing.find')}>
      <form
        className={styles.bar}
        onKeyDown={onKeyDown}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className={styles.row}>
          <input
            ref={field}
            // biome-ignore lint/a11y/noAutofocus: it was asked for, to be typed into
            autoFocus
            type="text"
            inputMode="search"
            enterKeyHint="search"
            className={styles.field}
            aria-label={say('typing.find')}
            aria-describedby={id}
            placeholder={say('typing.find')}
            lang={place.language}
            value={sought.query}
            onChange={(event) => look({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              step(event.shiftKey ? -1 : 1)
            }}
          />
          <output id={id} className={styles.count}>
            {sought.query && say('typing.found', { at: current === null ? 0 : current + 1, count })}
          </output>
          <Tool name={say('typing.previous')} onPress={() => step(-1)} disabled={count === 0}>
            <ChevronUp aria-hidden="true" />
          </Tool>
          <Tool name={say('typing.next')} onPress={() => step(1)} disabled={count === 0}>
            <ChevronDown aria-hidden="true" />
          </Tool>
          <Tool name={say('ui.close')} onPress={close}>
            <X aria-hidden="true" />
          </Tool>
        </div>
        {replacing && mayEdit && (
          <div className={styles.row}>
            <input
              type="text"
              className={styles.field}
              aria-label={say('typing.replace.with')}
              placeholder={say('typing.replace.with')}
              lang={place.language}
              value={words}
              onChange={(event) => change({ words: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                replaceOne(words)
              }}
            />
            <Button
              small
              disabled={count === 0}
              onClick={() => replace(() => replaceOne(words), count - 1)}
            >
              {say('typing.replace.one')}
            </Button>
            <Button
              small
              disabled={count === 0}
              onClick={() =>
                replace(() => tell(say('typing.replaced', { count: replaceAll(words) })), 0)
              }
            >
              {say('typing.replace.all')}
            </Button>
          </div>
        )}
        <div className={styles.options}>
          <Option
            name={say('typing.cased')}
            on={sought.cased}
            onTurn={(cased) => look({ cased })}
          />
          <Option
            name={say('typing.whole')}
            on={sought.whole}
            onTurn={(whole) => look({ whole })}
          />
          {mayEdit && (
            <Option
              name={say('typing.replacing')}
              on={replacing}
              onTurn={(next) => change({ replacing: next })}
            />
          )}
          {languages.length > 1 && (
            <Option
              name={say('typing.everywhere')}
              on={seeking.everywhere}
              onTurn={(everywhere) => change({ everywhere })}
            />
          )}
        </div>
        {listed && (
          <LanguageHits doc={place.doc} languages={languages} sought={sought} onGo={onGo} />
        )}
      </form>
    </search>
  )
}
