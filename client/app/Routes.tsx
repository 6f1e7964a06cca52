/** Which screen stands behind which address. Each is loaded when it is first gone to. */
import { Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { forgetOthers } from '#client/sync/device.ts'
import { Loading } from '#client/ui/Loading.tsx'
import { screens } from '#shared/paths.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { lazyPage, lightPage } from './lazy-page.ts'
import { Stranger } from './Stranger.tsx'

/** Screens behind a link: for anybody who holds it, who need none of what stands around the others. */
const doors = {
  [screens.start]: lazyPage(() => import('#client/pages/StartPage.tsx'), 'StartPage'),
  [screens.join]: lazyPage(() => import('#client/pages/JoinPage.tsx'), 'JoinPage'),
  [screens.signIn]: lazyPage(() => import('#client/pages/SignInPage.tsx'), 'SignInPage'),
  [screens.sign]: lazyPage(() => import('#client/pages/SignPage.tsx'), 'SignPage'),
}

const SignedIn = lightPage(() => import('./SignedIn.tsx'), 'SignedIn')

export function Routes() {
  return (
    <Switch>
      {Object.entries(doors).map(([path, Door]) => (
        <Route key={path} path={path}>
          <DoorFrame>
            <Suspense fallback={<Loading />}>
              <Door />
            </Suspense>
          </DoorFrame>
        </Route>
      ))}
      <Route path="*">
        <Suspense fallback={<Loading />}>
          <Inside />
        </Suspense>
      </Route>
    </Switch>
  )
}

function Inside() {
  const me = useMe()
  const person = me ? me.person.id : me
  useEffect(() => {
    // What this device keeps is for one person, and only while that person is signed in. [SAFE7]
    if (person !== undefined) void forgetOthers(person).catch(() => undefined)
  }, [person])
  if (me === undefined) return <Loading />
  return me === null ? <Stranger /> : <SignedIn />
}
