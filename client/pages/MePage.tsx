/** My name, my devices, how this one shows the screens, and whether it keeps texts. */
import { useMe } from '#client/api/me.ts'
import { useWords } from '#client/i18n/words.ts'
import { KeptHere } from '#client/people/KeptHere.tsx'
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
      <KeptHere person={me.person.id} />
      <AnotherDevice />
      <SignOutEverywhere />
    </Page>
  )
}
