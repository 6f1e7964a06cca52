/** The whole text to sign in the language of one's choice; a long one opens at a touch. */
import { useLinkToken } from '#client/api/link-token.ts'
import { useWords } from '#client/i18n/words.ts'
import { Folded } from '#client/ui/Folded.tsx'
import { LanguageTabs } from '#client/ui/LanguageTabs.tsx'
import { StatementText } from '#client/ui/StatementText.tsx'
import { TextStanding } from '#client/ui/TextStanding.tsx'
import type { Language } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'
import { minutesToRead, wordsIn } from './reading-time.ts'
import { useCheckedPictures } from './use-checked-pictures.ts'

/** A text of fewer words is shown whole from the start. */
const fewWords = 90

export function SigningText({
  release,
  language,
  onChoose,
}: {
  release: CanonicalRelease
  language: Language
  onChoose: (language: Language) => void
}) {
  const say = useWords()
  const text = release.texts.find((one) => one.language === language)
  if (!text) return null
  const shown = <TextWithPictures key={language} text={text} />
  return (
    <LanguageTabs
      label={say('ui.text.languages')}
      languages={release.texts.map((one) => one.language)}
      current={language}
      onChoose={onChoose}
    >
      <TextStanding release={release} language={language} />
      {wordsIn(text) < fewWords ? (
        shown
      ) : (
        <Folded more={say('signatures.read-whole', { count: minutesToRead(text) })}>{shown}</Folded>
      )}
    </LanguageTabs>
  )
}

/** The link that was opened opens the pictures too. */
function TextWithPictures({ text }: { text: CanonicalText }) {
  return <StatementText text={text} pictureAddress={useCheckedPictures(text, useLinkToken())} />
}
