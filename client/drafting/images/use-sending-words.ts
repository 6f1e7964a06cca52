/** What is said of a picture on its way, in the language of the screen. */
import { useMemo } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import { useWords } from '#client/i18n/words.ts'
import type { SendingWords } from './draw-sending.ts'

export function useSendingWords(): SendingWords {
  const say = useWords()
  const refused = useRefusalWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal's words follow the same language
  return useMemo(
    () => ({
      sending: (percent) => say('images.sending', { percent }),
      drawing: say('images.drawing'),
      retry: say('images.retry'),
      remove: say('images.remove'),
      refused,
    }),
    [say],
  )
}
