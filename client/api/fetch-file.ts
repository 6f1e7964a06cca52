/** Fetches a file through the API, so that a refusal is said in words and not kept as a file. */
import type { Endpoint } from '#shared/api/endpoint.ts'
import { addressOf, refusedBy, type Sent } from './call.ts'
import { Refused } from './refused.ts'

/** Hands the file to the browser to keep, under the name that the server gave it. Throws `Refused`. */
export async function keepFile<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<void> {
  const response = await fetch(addressOf(endpoint, sent), { credentials: 'same-origin' }).catch(
    () => {
      throw new Refused('unreachable')
    },
  )
  if (!response.ok) throw await refusedBy(response)
  const [, name = ''] =
    response.headers.get('content-disposition')?.match(/filename="([^"]+)"/) ?? []
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
