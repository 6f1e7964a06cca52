/** A browser's database may hang, and nobody should wait for the text because of that. */
import { LocalDraft } from './local-draft.ts'

/** Null when this device keeps nothing, or its database has not answered in a while. */
export async function openInTime(statement: string, person: string): Promise<LocalDraft | null> {
  const opening = LocalDraft.open(statement, person).catch(() => null)
  const tired = new Promise<null>((done) => setTimeout(() => done(null), patienceMs))
  const local = await Promise.race([opening, tired])
  void opening.then((late) => late !== local && late?.close())
  return local
}

const patienceMs = 3000
