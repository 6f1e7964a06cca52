/** When what was opened stands, and there is time for what is beside it. */
import { useEffect, useState } from 'react'

const soonMs = 250

/** False at first; true a moment after the component stands. */
export function useLeisure(): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHas(true), soonMs)
    return () => clearTimeout(timer)
  }, [])
  return has
}
