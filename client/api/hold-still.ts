/** While words stand in this window alone, nothing that is read again may take them off the screen. */

let holders = 0

/** Nothing is read again by itself until what is returned is called. */
export function holdStill(): () => void {
  holders++
  return () => {
    holders--
  }
}

export const mayReadAgain = (): boolean => holders === 0
