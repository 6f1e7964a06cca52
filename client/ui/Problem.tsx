/** Stands where something could not be read: why, and a way on. */
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

export function Problem({ refused, onRetry }: { refused: Refused; onRetry?: () => void }) {
  const say = useWords()
  const sayRefusal = useRefusalWords()
  return (
    <Notice kind="error">
      <p>{sayRefusal(refused)}</p>
      {onRetry && passing.includes(refused.code) && (
        <p>
          <Button small onClick={onRetry}>
            {say('ui.try-again')}
          </Button>
        </p>
      )}
    </Notice>
  )
}

/** What may have gone by itself the next time. */
const passing: readonly Refused['code'][] = [
  'unreachable',
  'fault',
  'storage-full',
  'too-many-requests',
]
