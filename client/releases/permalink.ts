/** The permanent address of a published release. [PUB1] */

/** Whoever is signed in has opened the program at its public address, so that this is the whole of it. */
export const permalinkOf = (slug: string, number: number): string =>
  `${location.origin}/p/${slug}/${number}`
