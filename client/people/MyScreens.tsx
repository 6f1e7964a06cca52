/** How the screens look on this device: their language, light or dark. */
import { chooseLanguage, ownName, useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { appearances, chooseAppearance, useAppearance } from '#client/styles/appearance.ts'
import { Choice } from '#client/ui/Choices.tsx'
import { Section } from '#client/ui/Section.tsx'
import { languagesOnScreen } from '#shared/language/languages.ts'

export function MyScreens() {
  const say = useWords()
  const language = useLanguage()
  const appearance = useAppearance()
  return (
    <Section title={say('people.me.screens')} lead={say('people.me.screens.text')}>
      <Choice
        label={say('people.me.language')}
        inline
        options={languagesOnScreen.map((one) => ({
          value: one,
          label: <span lang={one}>{ownName(one)}</span>,
        }))}
        value={language}
        onChange={chooseLanguage}
      />
      <Choice
        label={say('people.me.appearance')}
        inline
        options={appearances.map((one) => ({
          value: one,
          label: say(`people.me.appearance.${one}`),
        }))}
        value={appearance}
        onChange={chooseAppearance}
      />
    </Section>
  )
}
