/** What somebody sees who is not signed in and holds no link. */
import { useWords } from '#client/i18n/words.ts'
import { Page } from '#client/ui/Page.tsx'
import { DoorFrame } from './DoorFrame.tsx'

export function Stranger() {
  const say = useWords()
  return (
    <DoorFrame>
      <Page title={say('app.stranger.title')} lead={say('app.stranger.text')} width="narrow">
        <p>
          <a href="/p">{say('app.stranger.published')}</a>
        </p>
      </Page>
    </DoorFrame>
  )
}
