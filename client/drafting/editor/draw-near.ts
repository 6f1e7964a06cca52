/**
 * Lets the browser lay out and paint of a long text what is near the screen. What it has not drawn yet it
 * takes for a guess as high as any other block, and a jump over many such would end beside its target. So
 * all is drawn once when there is time, and again when the width has changed: from then on heights are known.
 */

/** By then whoever opened the text mostly reads or types. */
const leisureMs = 1500
/** Width that changes goes on changing: a window is dragged. */
const calmMs = 400

const [whole, now] = [new WeakMap<Element, () => void>(), new WeakMap<Element, () => void>()]

/** Called before a jump: all of the text is drawn, unless its heights are known. */
export const drawWhole = (dom: Element): void => whole.get(dom)?.()

/**
 * Called before a key moves the caret up or down: the browser's own caret passes over what is not drawn, and
 * nobody can ask the browser which blocks those are. As long as such keys follow each other all stays drawn.
 */
export const drawAll = (dom: Element): void => now.get(dom)?.()

/** Returns how to stop it. With `needsAll` the first thing will be a jump. */
export function drawNear(dom: HTMLElement, needsAll: boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let width = 0
  let isKnown = false
  const wait = (act: () => void, ms: number) => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(act, ms)
  }
  const draw = (ms: number) => {
    if (isKnown) return
    dom.removeAttribute('data-near')
    // The heights are noted with the frame: it is past after two more.
    wait(() => requestAnimationFrame(() => requestAnimationFrame(know)), ms)
  }
  const know = () => {
    if (dom.hasAttribute('data-near')) return
    isKnown = true
    dom.setAttribute('data-near', 'known')
  }
  const resized = new ResizeObserver(([entry]) => {
    const before = width
    width = Math.round(entry?.contentRect.width ?? 0)
    if (before === 0 || before === width) return
    isKnown = false
    draw(calmMs)
  })
  whole.set(dom, () => draw(calmMs))
  now.set(dom, () => {
    isKnown = false
    draw(calmMs)
  })
  resized.observe(dom)
  if (needsAll) draw(leisureMs)
  else {
    dom.setAttribute('data-near', 'guessed')
    wait(() => void document.fonts.ready.then(() => draw(0)), leisureMs)
  }
  return () => {
    if (timer) clearTimeout(timer)
    resized.disconnect()
    whole.delete(dom)
    now.delete(dom)
  }
}
