/** My name, my devices, and how this one shows the screens. */
import { useMe } from '#client/api/me.ts'
import { useWords } from '#client/i18n/words.ts'
import { AnotherDevice, SignOutEverywhere } from '#client/people/MyDevices.tsx'
import { MyName } from '#client/people/MyName.tsx'
import { MyScreens } from '#client/people/MyScreens.tsx'
import { Page } from '#client/ui/Page.tsx'

export function MePage() {
  const say = useWords()
  const me = useMe()
  if (!me) return null
  return (
    <Page title={say('app.me')} width="narrow">
      <MyName name={me.person.name} />
      <MyScreens />
      <AnotherDevice />
      <SignOutEverywhere />
    </Page>
  )
}
