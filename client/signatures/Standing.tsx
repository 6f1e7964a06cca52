/** How things stand where the answer is not simply open: asked again, answered before, over. [SIGN4] [REL5] */
import { useWords } from '#client/i18n/words.ts'
import { Notice } from '#client/ui/Notice.tsx'
import { hasAnswered, type Look } from './use-signing.ts'

export function Standing({ look }: { look: Look }) {
  const say = useWords()
  const { open, published, release, signed, state } = look
  if (!release) return <Notice>{say('signatures.standing.nothing')}</Notice>
  if (hasAnswered(look)) return null
  if (!open) {
    return (
      <Notice>
        <p>{say('signatures.standing.over')}</p>
        {published && (
          <p>
            <a href={published}>{say('releases.open-page')}</a>
          </p>
        )}
      </Notice>
    )
  }
  const [last] = signed
  switch (state) {
    case 'needs-re-confirmation':
      return (
        <Notice kind="wait">
          <h2>{say('signatures.standing.again')}</h2>
          <p>
            {last
              ? say('signatures.standing.again.number', { number: last.number })
              : say('signatures.standing.again.text')}
          </p>
        </Notice>
      )
    case 'declined':
    case 'withdrawn':
    case 'refused':
      return (
        <Notice kind={state === 'refused' ? 'wait' : 'info'}>
          {say(`signatures.standing.${state}`)}
        </Notice>
      )
    default:
      // Opening the text does not settle that it changed since it was signed.
      return last ? (
        <Notice kind="wait">
          <h2>{say('signatures.standing.again')}</h2>
          <p>{say('signatures.standing.again.number', { number: last.number })}</p>
        </Notice>
      ) : null
  }
}
