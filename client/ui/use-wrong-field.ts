/** Leads from a refusal to the field of a form that it means. */
import { useLayoutEffect, useState } from 'react'
import type { Refused } from '#client/api/refused.ts'

/** Whether there is such a field: then what was refused is said there, and need not be said twice. */
export function useWrongField(refused: Refused | null | undefined, form: string): boolean {
  const [found, setFound] = useState(false)
  useLayoutEffect(() => {
    const field = refused && document.getElementById(form)?.querySelector<HTMLElement>(wrong)
    field?.focus()
    setFound(Boolean(field))
  }, [refused, form])
  return found
}

const wrong = '[aria-invalid="true"], [data-invalid] input'
