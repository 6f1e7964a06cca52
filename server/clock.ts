/** The time of day as the program sees it: a value one can pass in, so that tests turn it by hand. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
