/** The screens for whoever is signed in, with what stands around them. */
import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { LoadingPage } from '#client/ui/Loading.tsx'
import { Toasts } from '#client/ui/Toasts.tsx'
import { screens } from '#shared/paths.ts'
import { InCoalition } from './InCoalition.tsx'
import { lazyPage, lightPage } from './lazy-page.ts'
import { NotFound } from './NotFound.tsx'

const rooms = {
  [screens.home]: lazyPage(() => import('#client/pages/HomePage.tsx'), 'HomePage'),
  [screens.me]: lazyPage(() => import('#client/pages/MePage.tsx'), 'MePage'),
  [screens.organisations]: lazyPage(
    () => import('#client/pages/OrganisationsPage.tsx'),
    'OrganisationsPage',
  ),
  [screens.people]: lazyPage(() => import('#client/pages/PeoplePage.tsx'), 'PeoplePage'),
  [screens.newStatement]: lazyPage(
    () => import('#client/pages/NewStatementPage.tsx'),
    'NewStatementPage',
  ),
  [screens.statement]: lightPage(() => import('#client/pages/TextPage.tsx'), 'TextPage'),
  [screens.signatures]: lazyPage(
    () => import('#client/pages/SignaturesPage.tsx'),
    'SignaturesPage',
  ),
  [screens.releases]: lazyPage(() => import('#client/pages/ReleasesPage.tsx'), 'ReleasesPage'),
  [screens.release]: lazyPage(() => import('#client/pages/ReleasePage.tsx'), 'ReleasePage'),
  [screens.freeze]: lazyPage(() => import('#client/pages/FreezePage.tsx'), 'FreezePage'),
  [screens.details]: lazyPage(() => import('#client/pages/DetailsPage.tsx'), 'DetailsPage'),
}

export function SignedIn() {
  return (
    <Toasts>
      <Switch>
        {Object.entries(rooms).map(([path, Room]) => (
          <Route key={path} path={path}>
            <InCoalition>
              <Suspense fallback={<LoadingPage />}>
                <Room />
              </Suspense>
            </InCoalition>
          </Route>
        ))}
        <Route path="*">
          <NotFound />
        </Route>
      </Switch>
    </Toasts>
  )
}
