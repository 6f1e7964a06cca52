/** Whether this device keeps the texts that are opened on it, and what that means. [DRAFT3] [SAFE7] */
import { useEffect, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { forgetAll, keepFor, keptFor, unsentDrafts } from '#client/sync/device.ts'
import { Checkbox } from '#client/ui/Checkbox.tsx'
import { Confirm } from '#client/ui/Confirm.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Section } from '#client/ui/Section.tsx'

export function KeptHere({ person }: { person: string }) {
  const say = useWords()
  const [isKept, setKept] = useState(false)
  const [isImpossible, setImpossible] = useState(false)
  /** How many texts would lose words; null while nobody is asked. */
  const [losing, setLosing] = useState<number | null>(null)

  useEffect(() => {
    void keptFor().then((keeper) => setKept(keeper === person))
  }, [person])

  async function keep() {
    setKept(true)
    await keepFor(person).catch(() => setImpossible(true))
    setKept((await keptFor()) === person)
  }

  async function forget() {
    await forgetAll().catch(() => setImpossible(true))
    setKept((await keptFor()) === person)
    setLosing(null)
  }

  async function askOrForget() {
    const unsent = await unsentDrafts()
    if (unsent > 0) setLosing(unsent)
    else await forget()
  }

  return (
    <Section title={say('people.me.offline')} lead={say('people.me.offline.text')}>
      <Checkbox
        label={say('people.me.offline.keep')}
        checked={isKept}
        onChange={(wanted) => void (wanted ? keep() : askOrForget())}
      />
      <Notice kind="wait">
        <p>{say('people.me.offline.mind')}</p>
        <p>{say('people.me.offline.ends')}</p>
      </Notice>
      {isImpossible && <Notice kind="error">{say('people.me.offline.impossible')}</Notice>}
      {losing !== null && (
        <Confirm
          title={say('people.me.offline.unsent.title')}
          act={say('people.me.offline.remove')}
          busy={false}
          refused={null}
          onConfirm={() => void forget()}
          onClose={() => setLosing(null)}
        >
          {say('people.me.offline.unsent', { count: losing })}
        </Confirm>
      )}
    </Section>
  )
}
