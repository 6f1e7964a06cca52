/** The state of a draft as it is shown to somebody who types: without a word that changes with each letter. [DRAFT2] */
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { DraftState } from '#client/sync/draft-state.ts'

/** Letters that follow each other faster than this are saved as one. */
const calmMs = 600

const safe: readonly DraftState[] = ['saved', 'on-this-device']

/**
 * That something is not safe yet is shown at once; that it is, when nothing more was typed for a moment. Two
 * changes of the line with each letter would cost as much as the letter does.
 */
export function calmState(draft: Pick<DraftConnection, 'state' | 'subscribe'>) {
  let shown = draft.state
  return {
    get: (): DraftState => shown,
    subscribe(listener: () => void): () => void {
      let timer: ReturnType<typeof setTimeout> | null = null
      const show = () => {
        timer = null
        shown = draft.state
        listener()
      }
      const look = () => {
        if (shown === 'saving' && safe.includes(draft.state)) {
          timer ??= setTimeout(show, calmMs)
          return
        }
        if (timer) clearTimeout(timer)
        timer = null
        if (shown !== draft.state) show()
      }
      const stop = draft.subscribe(look)
      look()
      return () => {
        stop()
        if (timer) clearTimeout(timer)
      }
    },
  }
}
