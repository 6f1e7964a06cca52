/** The text of a release, one language at a time, with the weight that each has. */
import { type ReactNode, useState } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Folded } from '#client/ui/Folded.tsx'
import { LanguageTabs } from '#client/ui/LanguageTabs.tsx'
import { StatementText } from '#client/ui/StatementText.tsx'
import { TextStanding } from '#client/ui/TextStanding.tsx'
import type { Language } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import styles from './ReleaseText.module.css'

export function ReleaseText({
  release,
  mark,
  folded = false,
}: {
  release: CanonicalRelease
  mark?: (language: Language) => ReactNode
  /** Shows the beginning alone where there is little room. */
  folded?: boolean
}) {
  const say = useWords()
  const readers = useLanguage()
  const [chosen, setChosen] = useState<Language>(readers)
  const text = release.texts.find(({ language }) => language === chosen) ?? release.texts[0]
  if (!text) return null
  return (
    <LanguageTabs
      label={say('ui.text.languages')}
      languages={release.texts.map(({ language }) => language)}
      current={text.language}
      onChoose={setChosen}
      {...(mark && { mark })}
    >
      <TextStanding release={release} language={text.language} />
      <div className={styles.text}>
        {folded ? (
          <Folded onlyNarrow more={say('releases.show-whole')}>
            <StatementText key={text.language} text={text} />
          </Folded>
        ) : (
          <StatementText key={text.language} text={text} />
        )}
      </div>
    </LanguageTabs>
  )
}
