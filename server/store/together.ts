/** Questions that many have at one moment, asked as one. */

/**
 * Asks at once, and whatever is asked while an answer is under way goes into the next question: nobody is
 * told what was read before they asked. `ask` answers for each in the same order; when it throws, so do
 * all that were in that question.
 */
export function together<Asked, Answer>(
  ask: (all: readonly Asked[]) => Promise<readonly Answer[]>,
): (one: Asked) => Promise<Answer> {
  type Waiting = { one: Asked; done(answer: Answer): void; failed(fault: unknown): void }
  let waiting: Waiting[] = []
  let asking = false

  async function askAll() {
    asking = true
    while (waiting.length > 0) {
      const now = waiting
      waiting = []
      try {
        const answers = await ask(now.map(({ one }) => one))
        now.forEach(({ done }, at) => {
          done(answers[at] as Answer)
        })
      } catch (fault) {
        for (const { failed } of now) failed(fault)
      }
    }
    asking = false
  }

  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed })
      if (!asking) void askAll()
    })
}
