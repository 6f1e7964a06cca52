/** How long the letters that somebody types take to the screen, and what the page is busy with meanwhile. */
import type { CDPSession, Page } from 'playwright-core'

declare global {
  interface Window {
    /** From each keystroke, as the browser took it, to the end of the frame that shows it; in milliseconds. */
    keystrokes: number[]
    longTasks: number[]
  }
}

export type Typed = {
  keystrokes: number[]
  longTasks: number[]
  /** Share of the time in which the page's own thread had the processor, 0 to 1. */
  busy: number
  /** What that is in milliseconds. */
  workMs: number
}

/** Looks at each keystroke from now on. */
export const watchKeystrokes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isWatched = window.keystrokes !== undefined
    window.keystrokes = []
    window.longTasks = []
    if (isWatched) return
    const frameEnd = new MessageChannel()
    let waiting: number[] = []
    frameEnd.port1.onmessage = () => {
      const now = performance.now()
      window.keystrokes.push(...waiting.map((start) => now - start))
      waiting = []
    }
    // The time of the event is when the browser took the key: waiting for a busy page is counted.
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        waiting.push(timeStamp)
        if (waiting.length === 1) requestAnimationFrame(() => frameEnd.port2.postMessage(null))
      },
      { capture: true },
    )
    const observer = new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    observer.observe({ type: 'longtask' })
  })

/** How long a finger stays on a key: people who type fast take 60 to 120 ms. */
const keyIsDownMs = 60

/** Types so many letters, each as a key goes down and, a moment later, up; `pauseMs` is from up to down. */
export async function typeLetters(page: Page, letters: number, pauseMs: number): Promise<Typed> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const [startedAt, workBefore] = [performance.now(), await workOf(session)]
  for (let at = 0; at < letters; at++) {
    await pressLetter(session, at % 7 === 6 ? ' ' : 'щ')
    await new Promise((done) => setTimeout(done, pauseMs))
  }
  const workMs = ((await workOf(session)) - workBefore) * 1000
  const busy = workMs / (performance.now() - startedAt)
  await session.detach()
  const seen = await page.evaluate(() => {
    const { keystrokes, longTasks } = window
    return { keystrokes, longTasks }
  })
  return { ...seen, busy, workMs }
}

/** In seconds of the processor, whoever else uses it. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

async function pressLetter(session: CDPSession, text: string) {
  const key = { key: text, code: text === ' ' ? 'Space' : 'KeyO' }
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key })
  await new Promise((done) => setTimeout(done, keyIsDownMs))
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}
