/** Whether what was typed is saved, always in sight and always true. [DRAFT2] */
import {
  Check,
  CircleAlert,
  CloudOff,
  Eye,
  HardDrive,
  LoaderCircle,
  Lock,
  LogOut,
  PauseCircle,
  TriangleAlert,
} from 'lucide-react'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { DraftState } from '#client/sync/draft-state.ts'
import { useTell } from '#client/ui/Toasts.tsx'
import { calmState } from './calm-state.ts'
import styles from './StateLine.module.css'
import { keysPressed } from './shortcuts.ts'

const looks: Record<DraftState, { icon: typeof Check; kind: string }> = {
  connecting: { icon: LoaderCircle, kind: 'going' },
  saving: { icon: LoaderCircle, kind: 'going' },
  saved: { icon: Check, kind: 'good' },
  'on-this-device': { icon: HardDrive, kind: 'mind' },
  'in-this-window': { icon: TriangleAlert, kind: 'mind' },
  'device-full': { icon: CircleAlert, kind: 'bad' },
  offline: { icon: CloudOff, kind: 'mind' },
  'read-only': { icon: Eye, kind: 'plain' },
  locked: { icon: Lock, kind: 'plain' },
  'locked-unsaved': { icon: Lock, kind: 'mind' },
  paused: { icon: PauseCircle, kind: 'mind' },
  'signed-out': { icon: LogOut, kind: 'bad' },
  'not-allowed': { icon: CircleAlert, kind: 'bad' },
  'not-found': { icon: CircleAlert, kind: 'bad' },
  outdated: { icon: CircleAlert, kind: 'bad' },
  'too-long': { icon: CircleAlert, kind: 'bad' },
  rejected: { icon: CircleAlert, kind: 'bad' },
}

/** By which it is known whether it is in sight. */
export const stateLineId = 'state-line'

export const lookOf = (state: DraftState) => looks[state]

/** The state as it is shown: at rest while somebody types and all goes well. */
export function useShownState(draft: DraftConnection): DraftState {
  const shown = useMemo(() => calmState(draft), [draft])
  return useSyncExternalStore(shown.subscribe, shown.get)
}

export function StateLine({ draft }: { draft: DraftConnection }) {
  const say = useWords()
  const state = useShownState(draft)
  const { icon: Icon, kind } = looks[state]
  useAnswerToSave(state)
  return (
    <output
      className={`${styles.state} ${styles[kind]}`}
      id={stateLineId}
      data-state={state}
      title={say(`drafting.state.${state}.hint`)}
      aria-live={kind === 'going' || kind === 'good' ? 'off' : 'polite'}
    >
      <Icon aria-hidden="true" />
      {say(`drafting.state.${state}`)}
    </output>
  )
}

/** Hands that save by habit are told how it stands, as soon as nothing is on its way any more. */
function useAnswerToSave(state: DraftState) {
  const say = useWords()
  const tell = useTell()
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keysPressed(event) !== 'Mod S') return
      event.preventDefault()
      setAsked(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (!asked || state === 'saving') return
    setAsked(false)
    tell(say(`drafting.state.${state}.hint`))
  }, [asked, state, say, tell])
}
