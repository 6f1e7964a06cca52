/** That part of a log of drafts which a room asks only when other processes write to it too. */
import type { DraftLog } from '#server/domain/draft-log.ts'

const never = () => Promise.reject(new Error('only a shared log is asked this'))

export const unshared: Pick<DraftLog, 'isShared' | 'since' | 'owners' | 'history'> = {
  isShared: false,
  since: never,
  owners: never,
  history: never,
}
