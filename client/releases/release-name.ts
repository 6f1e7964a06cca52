/** What a release is called: a candidate until it is published. */
import type { Say } from '#client/i18n/words.ts'
import type { Release } from '#shared/releases.ts'

export const releaseName = (say: Say, { number, publishedAt }: Release): string =>
  say(publishedAt ? 'releases.release' : 'releases.candidate', { number })
