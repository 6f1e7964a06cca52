/** A statement in canonical form as it reads: its title and the whole text, notes included. */
import { useEffect, useMemo, useRef } from 'react'
import { picturePath } from '#shared/pictures.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'
import { textToHtml } from '#shared/text/html.ts'
import styles from './StatementText.module.css'
import { statementWords } from './statement-words.ts'

export function StatementText({
  text,
  pictureAddress = picturePath,
}: {
  text: CanonicalText
  /** Where a picture is, by its asset, when it is not at its usual address. */
  pictureAddress?: (asset: string) => string
}) {
  const place = useRef<HTMLDivElement>(null)
  const { language, title } = text
  const html = useMemo(
    () => textToHtml(text, { words: statementWords[text.language], assetAddress: pictureAddress }),
    [text, pictureAddress],
  )
  useEffect(() => {
    const node = place.current
    node?.addEventListener('click', follow)
    return () => node?.removeEventListener('click', follow)
  }, [])
  return (
    <div ref={place} className={styles.text} lang={language}>
      {title && <h1 className="statement-title">{title}</h1>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by textToHtml, which escapes every word */}
      <article className="statement" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}

/**
 * Ways within the text do not touch the page's address: behind its `#` may stand the token of a link.
 * Ways out open beside it, so that nothing typed on the page is lost.
 */
function follow(event: MouseEvent) {
  const link = (event.target as Element).closest('a')
  const address = link?.getAttribute('href')
  if (!link || !address) return
  if (!address.startsWith('#')) {
    link.target = '_blank'
    return
  }
  event.preventDefault()
  const target = document.getElementById(address.slice(1))
  if (target) pointTo(target)
}

function pointTo(target: HTMLElement) {
  for (const marked of document.querySelectorAll(`.${styles.pointed}`)) {
    marked.classList.remove(styles.pointed as string)
  }
  target.classList.add(styles.pointed as string)
  if (!target.matches('a')) target.tabIndex = -1
  target.focus({ preventScroll: true })
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}
