/** How many texts have words that are on this device only; zero until it is known. */
import { useEffect, useState } from 'react'
import { unsentDrafts } from '#client/sync/device.ts'

export function useUnsent(): number {
  const [unsent, setUnsent] = useState(0)
  useEffect(() => {
    void unsentDrafts().then(setUnsent)
  }, [])
  return unsent
}
