/** All that is only for whoever is signed in: the screens, and what stands around them. */
import { lazyPage } from './lazy-page.ts'

export const SignedIn = lazyPage(() => import('./SignedIn.tsx'), 'SignedIn')
