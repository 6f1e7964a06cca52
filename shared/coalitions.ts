/** Coalitions: the group that works together. */
import * as v from 'valibot'
import { idSchema, languageListSchema, localised } from './forms.ts'

/** How a coalition is called, and in which languages it works. */
export const coalitionFields = {
  names: localised(120),
  languages: languageListSchema,
}

export const coalitionSchema = v.object({ id: idSchema, ...coalitionFields })
export type Coalition = v.InferOutput<typeof coalitionSchema>
