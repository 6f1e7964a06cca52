/** The screens for whoever is signed in. Each is loaded when it is first gone to. */
import { screens } from '#shared/paths.ts'
import { lazyPage, lightPage } from './lazy-page.ts'

export const rooms = {
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
