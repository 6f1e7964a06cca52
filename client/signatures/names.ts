/** Finding organisations by what somebody types. */
import type { Organisation } from '#shared/organisations.ts'

/** Whether any of its names holds these words, whatever their case. */
export const isNamedLike = ({ names }: Pick<Organisation, 'names'>, words: string): boolean =>
  Object.values(names).some((name) => isLike(name, words))

export const isLike = (name: string, words: string): boolean => plain(name).includes(plain(words))

const plain = (name: string) => name.normalize('NFC').toLocaleLowerCase().trim()
