/** The choice of the language of the screens, each by its own name. */
import { Globe } from 'lucide-react'
import { chooseLanguage, ownName, useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { languagesOnScreen } from '#shared/language/languages.ts'

export function LanguageMenu() {
  const say = useWords()
  const language = useLanguage()
  return (
    <Menu
      label={`${say('app.language')}: ${ownName(language)}`}
      trigger={
        <>
          <Globe aria-hidden="true" />
          {language}
        </>
      }
      entries={languagesOnScreen.map((one) => ({
        label: ownName(one),
        lang: one,
        checked: one === language,
        onChoose: () => chooseLanguage(one),
      }))}
    />
  )
}
