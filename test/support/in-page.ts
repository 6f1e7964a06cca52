/** What a story looks up, or brings about, from within a page: the browser's own database, the API. */
import type { Page } from 'playwright-core'

/**
 * What the browser keeps of drafts: for how many people (one or none), how many records, and how
 * many of them hold something that the server may lack.
 */
export const held = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ keepers: number; records: number; unsent: number }>((done, failed) => {
        const opening = indexedDB.open('drafts')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['keeper', 'records'])
          const keepers = reading.objectStore('keeper').count()
          const records = reading.objectStore('records').getAll()
          reading.oncomplete = () => {
            opening.result.close()
            const unsent = records.result.filter((row) => row.unsent)
            done({
              keepers: keepers.result,
              records: records.result.length,
              unsent: unsent.length,
            })
          }
        }
      }),
  )

/** Makes a coalition-wide invitation for an editor, or gives Firuz another role (`none` removes him). */
export const changeRights = (
  page: Page,
  role: 'reader' | 'editor' | 'none' | null,
): Promise<string> =>
  page.evaluate(async (wanted) => {
    const call = async (method: string, path: string, body?: object) => {
      const response = await fetch(`/api/${path}`, {
        method,
        ...(body && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
      return response.json()
    }
    const { coalitions } = await call('GET', 'me')
    const coalition = `coalitions/${coalitions[0].id}`
    if (wanted === null) {
      const invitation = { role: 'editor', statement: null }
      return (await call('POST', `${coalition}/invitations`, invitation)).link
    }
    const { people } = await call('GET', `${coalition}/people`)
    const [{ id }] = people.filter(({ name }: { name: string }) => name === 'Фирӯз Р.')
    if (wanted === 'none') return call('DELETE', `${coalition}/people/${id}`)
    return call('PATCH', `${coalition}/people/${id}`, { role: wanted })
  }, role)
