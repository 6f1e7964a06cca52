/** All that is only for whoever is signed in: the screens, and what stands around them. */
import { lightPage } from './lazy-page.ts'

export const SignedIn = lightPage(() => import('./SignedIn.tsx'), 'SignedIn')
