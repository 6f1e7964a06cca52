/** Where an organisation stands with the text, as a chip. [SIGN4] */
import { useWords } from '#client/i18n/words.ts'
import { Chip } from '#client/ui/Chip.tsx'
import type { SignatureState } from '#shared/signatures.ts'
import { chipKinds } from './answer-groups.ts'

export function StateChip({ state }: { state: SignatureState }) {
  const say = useWords()
  return <Chip kind={chipKinds[state]}>{say(`signatures.state.${state}`)}</Chip>
}
