/** Whether the server has another release of the application by now: then parts of the one that is open are gone. */

const patienceMs = 3000

/** What cannot be found out is taken for no. */
export async function isRenewed(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  if (!own) return false
  try {
    const answer = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) })
    return answer.ok && !(await answer.text()).includes(new URL(own.src).pathname)
  } catch {
    return false
  }
}
