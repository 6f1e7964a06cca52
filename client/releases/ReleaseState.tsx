/** Where a release stands, as a chip. */
import { useWords } from '#client/i18n/words.ts'
import { Chip, type ChipKind } from '#client/ui/Chip.tsx'
import type { ReleaseState as State } from '#shared/releases.ts'

const kinds: Record<State, ChipKind> = {
  candidate: 'act',
  replaced: 'plain',
  published: 'ok',
  superseded: 'plain',
}

export function ReleaseState({ state }: { state: State }) {
  const say = useWords()
  return <Chip kind={kinds[state]}>{say(`releases.state.${state}`)}</Chip>
}
