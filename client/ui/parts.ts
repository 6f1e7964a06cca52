/** Parts of the application that are loaded when they are needed or when there is time: where each stands. */

/** `missing`: asked for, and it did not come. */
type Standing = 'unasked' | 'coming' | 'there' | 'missing'

export type Part<Content> = {
  standing: () => Standing
  /** Null until it is there. */
  content: () => Content | null
  /** Loads it unless it is there or on its way. It never throws: what comes of it is told to `subscribe`. */
  ask: () => Promise<void>
  /** Says that somebody waits for it, until what is returned is called. */
  wait: () => () => void
  subscribe: (listener: () => void) => () => void
}

/** What all the parts of one page have in common: what somebody waits for, and what did not come. */
export type Parts = {
  part: <Content>(load: () => Promise<Content>) => Part<Content>
  /** The worst of what somebody waits for: nothing, that it is coming, or that it is missing. */
  awaited: () => 'nothing' | 'coming' | 'missing'
  /** Asks again for everything that is missing. */
  askAgain: () => void
  subscribe: (listener: () => void) => () => void
}

export function gatherParts(): Parts {
  const all = new Set<{ part: Part<unknown>; waiting: () => boolean }>()
  const news = listeners()
  return {
    part(load) {
      const one = createPart(load, news.tell)
      all.add(one)
      return one.part
    },
    awaited() {
      const awaited = [...all].filter(({ waiting }) => waiting()).map(({ part }) => part.standing())
      if (awaited.includes('missing')) return 'missing'
      return awaited.includes('coming') ? 'coming' : 'nothing'
    },
    askAgain() {
      for (const { part } of all) if (part.standing() === 'missing') void part.ask()
    },
    subscribe: news.subscribe,
  }
}

function createPart<Content>(load: () => Promise<Content>, tellAll: () => void) {
  let standing: Standing = 'unasked'
  let content: Content | null = null
  let asked: Promise<void> | null = null
  let waiting = 0
  const own = listeners()

  function become(next: Standing) {
    standing = next
    own.tell()
    tellAll()
  }

  async function fetch() {
    become('coming')
    try {
      content = await load()
      become('there')
    } catch {
      asked = null
      become('missing')
    }
  }

  const part: Part<Content> = {
    standing: () => standing,
    content: () => content,
    ask() {
      asked ??= fetch()
      return asked
    },
    wait() {
      waiting++
      tellAll()
      let over = false
      return () => {
        if (over) return
        over = true
        waiting--
        tellAll()
      }
    },
    subscribe: own.subscribe,
  }
  return { part, waiting: () => waiting > 0 }
}

function listeners() {
  const all = new Set<() => void>()
  return {
    tell() {
      for (const listener of all) listener()
    },
    subscribe(listener: () => void) {
      all.add(listener)
      return () => void all.delete(listener)
    },
  }
}
