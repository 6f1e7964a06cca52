/** Stands where an address leads nowhere. */
import { useWords } from '#client/i18n/words.ts'
import { LinkButton } from '#client/ui/Button.tsx'
import { Page } from '#client/ui/Page.tsx'
import { screenPath } from '#shared/paths.ts'

export function NotFound() {
  const say = useWords()
  return (
    <Page title={say('app.not-found.title')} lead={say('app.not-found.text')} width="narrow">
      <p>
        <LinkButton to={screenPath('home')}>{say('app.home')}</LinkButton>
      </p>
    </Page>
  )
}
