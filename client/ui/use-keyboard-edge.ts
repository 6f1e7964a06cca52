/** Where the touch keyboard begins, for what stands at an edge of the screen: not every browser moves it by itself. */
import { useEffect } from 'react'

/** Keeps `--covered-below` and `--covered-above` on the page: what of its window is not seen, in pixels. */
export function useKeyboardEdge(): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    const { style } = document.documentElement
    const tell = () => {
      // Somebody who has zoomed in sees less for another reason.
      const isZoomed = seen.scale > 1.05
      const below = isZoomed ? 0 : window.innerHeight - seen.height - seen.offsetTop
      style.setProperty('--covered-below', `${Math.max(Math.round(below), 0)}px`)
      style.setProperty('--covered-above', `${isZoomed ? 0 : Math.round(seen.offsetTop)}px`)
    }
    tell()
    seen.addEventListener('resize', tell)
    seen.addEventListener('scroll', tell)
    return () => {
      seen.removeEventListener('resize', tell)
      seen.removeEventListener('scroll', tell)
      style.removeProperty('--covered-below')
      style.removeProperty('--covered-above')
    }
  }, [])
}
