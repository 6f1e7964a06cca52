/** The symbol that a new statement would have if the coalition goes on as it has begun. */

/** `taken` are the symbols that there are, the newest first. */
export function suggestSymbol(taken: readonly string[], year: number): string {
  const habit = taken.map((symbol) => /^(.+)\/\d{4}\/\d+$/.exec(symbol)?.[1]).find(Boolean)
  const prefix = `${habit ?? 'KG-TJ'}/${year}`
  let number = taken.length + 1
  while (taken.includes(`${prefix}/${number}`)) number++
  return `${prefix}/${number}`
}
