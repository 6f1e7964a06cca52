/** One text in several languages, one shown at a time; each is chosen by its own name. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { type Language, languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import styles from './LanguageTabs.module.css'

export function LanguageTabs({
  label,
  languages,
  current,
  onChoose,
  mark,
  children,
}: {
  label: string
  languages: readonly Language[]
  current: Language
  onChoose: (language: Language) => void
  /** What stands beside the name of a language, such as the number of its problems. */
  mark?: (language: Language) => ReactNode
  children: ReactNode
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = languagesOnScreen.filter((language) => languages.includes(language))

  function step(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const next = shown.at((shown.indexOf(current) + by) % shown.length)
    if (!next) return
    onChoose(next)
    list.current?.querySelector<HTMLElement>(`[data-language="${next}"]`)?.focus()
  }

  return (
    <div className={styles.tabs}>
      {shown.length > 1 && (
        <div ref={list} role="tablist" aria-label={label} className={styles.list}>
          {shown.map((language) => (
            <button
              key={language}
              type="button"
              role="tab"
              id={`${id}-${language}`}
              aria-selected={language === current}
              aria-controls={`${id}-panel`}
              tabIndex={language === current ? 0 : -1}
              data-language={language}
              className={styles.tab}
              onClick={() => onChoose(language)}
              onKeyDown={step}
            >
              <span lang={language}>{languageOwnNames[language]}</span>
              {mark?.(language)}
            </button>
          ))}
        </div>
      )}
      <div
        id={`${id}-panel`}
        className={styles.panel}
        {...(shown.length > 1 && {
          role: 'tabpanel',
          'aria-labelledby': `${id}-${current}`,
        })}
      >
        {children}
      </div>
    </div>
  )
}
