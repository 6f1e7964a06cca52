/** What is said of a picture on its way, in the language of the screen. */
import { useMemo } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { useTell } from '#client/ui/Toasts.tsx'
import type { SendingWords } from './draw-sending.ts'

export function useSendingWords(): SendingWords & { lost: (refused: Refused) => void } {
  const say = useWords()
  const refused = useRefusalWords()
  const tell = useTell()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal's words follow the same language
  return useMemo(
    () => ({
      sending: (percent) => say('images.sending', { percent }),
      drawing: say('images.drawing'),
      retry: say('images.retry'),
      remove: say('images.remove'),
      refused,
      lost: (why: Refused) =>
        tell(
          why.code === 'not-found' ? say('brought.lost') : `${say('brought.lost')} ${refused(why)}`,
        ),
    }),
    [say, tell],
  )
}
