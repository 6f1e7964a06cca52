/**
 * What a client must have seen when it wrote: all of its own, what that was written beside, and what
 * those who wrote that had seen.
 */
import * as Y from 'yjs'

type Store = Y.Doc['store']
type Seen = Map<number, number>

export type Knowledge = {
  /** The writer has seen this one too. */
  add(id: Y.ID): void
  /** Whether the writer has seen at least the first unit of it. */
  has(id: Y.ID): boolean
}

/** Whose knowledge is kept from one update to the next; each takes a number for each client of the draft. */
const mostKept = 50
const kept = new WeakMap<Store, Map<number, Seen>>()

/** Following one piece to what it stands beside, in looks at a neighbour. */
const stepUnits = 6

/** What a client knows that has written so far. `spend` is told what finding out costs, and may throw. */
export function knows(
  store: Store,
  client: number,
  clock: number,
  spend: (units: number) => void,
): Knowledge {
  const seen = seenBy(store, client)
  const add = (id: Y.ID) => extend(store, seen, id, spend)
  if (clock > 0) add(Y.createID(client, clock - 1))
  return { add, has: (id) => id.clock < (seen.get(id.client) ?? 0) }
}

function seenBy(store: Store, client: number): Seen {
  const clients = kept.get(store) ?? new Map<number, Seen>()
  kept.set(store, clients)
  const seen = clients.get(client) ?? new Map<number, number>()
  if (clients.size >= mostKept) clients.clear()
  clients.set(client, seen)
  return seen
}

/** Adds one id, all that its client wrote before it, and what those stand beside, as far as it leads. */
function extend(store: Store, seen: Seen, id: Y.ID, spend: (units: number) => void) {
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const from = seen.get(next.client) ?? 0
    if (next.clock < from) continue
    seen.set(next.client, next.clock + 1)
    const structs = store.clients.get(next.client) ?? []
    const last = Y.findIndexSS(structs, next.clock)
    for (let at = from === 0 ? 0 : Y.findIndexSS(structs, from); at <= last; at++) {
      spend(stepUnits)
      const struct = structs[at]
      if (struct instanceof Y.Item) open.push(...besides(struct).filter((one) => isNew(seen, one)))
    }
  }
}

const isNew = (seen: Seen, { client, clock }: Y.ID) => clock >= (seen.get(client) ?? 0)

function besides({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
  const found: Y.ID[] = []
  if (origin) found.push(origin)
  if (rightOrigin) found.push(rightOrigin)
  if (parent instanceof Y.AbstractType && parent._item) found.push(parent._item.id)
  return found
}
