/** What a run has measured, as a row: milliseconds, microseconds of CPU per delivery, MiB, bytes. */

export type Figures = { [name: string]: number | boolean | string | null }

/** To four digits. */
export const rounded = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(4))
