/** Which screen stands behind which address. Each is loaded when it is first gone to. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { Loading } from '#client/ui/Loading.tsx'
import { screens } from '#shared/paths.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { InCoalition } from './InCoalition.tsx'
import { NotFound } from './NotFound.tsx'
import { Stranger } from './Stranger.tsx'

const page = <Name extends string>(
  load: () => Promise<{ [name in Name]: ComponentType }>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] }))

/** Screens behind a link: for anybody who holds it. */
const doors = {
  [screens.start]: page(() => import('#client/pages/StartPage.tsx'), 'StartPage'),
  [screens.join]: page(() => import('#client/pages/JoinPage.tsx'), 'JoinPage'),
  [screens.signIn]: page(() => import('#client/pages/SignInPage.tsx'), 'SignInPage'),
  [screens.sign]: page(() => import('#client/pages/SignPage.tsx'), 'SignPage'),
}

/** Screens for whoever is signed in. */
const rooms = {
  [screens.home]: page(() => import('#client/pages/HomePage.tsx'), 'HomePage'),
  [screens.me]: page(() => import('#client/pages/MePage.tsx'), 'MePage'),
  [screens.organisations]: page(
    () => import('#client/pages/OrganisationsPage.tsx'),
    'OrganisationsPage',
  ),
  [screens.people]: page(() => import('#client/pages/PeoplePage.tsx'), 'PeoplePage'),
  [screens.newStatement]: page(
    () => import('#client/pages/NewStatementPage.tsx'),
    'NewStatementPage',
  ),
  [screens.statement]: page(() => import('#client/pages/TextPage.tsx'), 'TextPage'),
  [screens.signatures]: page(() => import('#client/pages/SignaturesPage.tsx'), 'SignaturesPage'),
  [screens.releases]: page(() => import('#client/pages/ReleasesPage.tsx'), 'ReleasesPage'),
  [screens.release]: page(() => import('#client/pages/ReleasePage.tsx'), 'ReleasePage'),
  [screens.freeze]: page(() => import('#client/pages/FreezePage.tsx'), 'FreezePage'),
  [screens.details]: page(() => import('#client/pages/DetailsPage.tsx'), 'DetailsPage'),
}

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
        <SignedIn>
          <Switch>
            {Object.entries(rooms).map(([path, Room]) => (
              <Route key={path} path={path}>
                <InCoalition>
                  <Suspense fallback={<Loading />}>
                    <Room />
                  </Suspense>
                </InCoalition>
              </Route>
            ))}
            <Route path="*">
              <NotFound />
            </Route>
          </Switch>
        </SignedIn>
      </Route>
    </Switch>
  )
}

function SignedIn({ children }: { children: ReactNode }) {
  const me = useMe()
  if (me === undefined) return <Loading />
  return me === null ? <Stranger /> : children
}
