/** The pictures of a text that somebody is asked to sign: fetched with their link, and checked on their own device. [REL2] */
import { useCallback, useEffect, useState } from 'react'
import { picturePath } from '#shared/pictures.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import { assetsOf } from '#shared/text/pictures-of.ts'

/** Says where each picture is on this device; nowhere until it has come and is the one that the text names. */
export function useCheckedPictures(text: CanonicalText, token: string): (asset: string) => string {
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const made: string[] = []
    const leaving = new AbortController()
    for (const asset of assetsOf([text])) {
      void fetchChecked(asset, token, leaving.signal).then((picture) => {
        if (!picture || leaving.signal.aborted) return
        const address = URL.createObjectURL(picture)
        made.push(address)
        setAddresses((before) => new Map(before).set(asset, address))
      })
    }
    return () => {
      leaving.abort()
      for (const address of made) URL.revokeObjectURL(address)
    }
  }, [text, token])
  return useCallback((asset) => addresses.get(asset) ?? 'data:,', [addresses])
}

/** Null when it cannot be had, or is another picture than the text says. */
async function fetchChecked(
  asset: string,
  token: string,
  signal: AbortSignal,
): Promise<Blob | null> {
  try {
    const headers = { Authorization: `Bearer ${token}` }
    const response = await fetch(picturePath(asset), { headers, signal })
    if (!response.ok) return null
    const picture = await response.blob()
    const bytes = new Uint8Array(await picture.arrayBuffer())
    return fingerprintOfBytes(bytes) === asset ? picture : null
  } catch {
    return null
  }
}
