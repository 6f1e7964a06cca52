/** Statements: their kinds, stages and rules of form. */
import * as v from 'valibot'
import { idSchema, languageListSchema, languageSchema, line, momentSchema } from './forms.ts'

export const statementKinds = ['joint-statement', 'resolution', 'appeal', 'open-letter'] as const
export type StatementKind = (typeof statementKinds)[number]

/** Where a statement stands, told by its newest release. */
export const stages = ['drafting', 'frozen', 'signing', 'published'] as const
export type Stage = (typeof stages)[number]

/** Letters, digits and `/ - . № ( )`, as in `KG-TJ/2026/3`. */
export const symbolSchema = v.pipe(
  line(40),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}/\-.№() ]*$/u, 'form.symbol'),
)

/** Whom a statement speaks to, in each language: one addressee a line, at most twenty. */
export const addresseesSchema = v.record(
  languageSchema,
  v.pipe(v.array(line(200)), v.maxLength(20, 'form.too-many:20')),
)

export const statementFields = {
  symbol: symbolSchema,
  kind: v.picklist(statementKinds, 'form.choice'),
  languages: languageListSchema,
  addressees: addresseesSchema,
}

/** A statement as lists show it. The titles are those that the draft has now. */
export const statementSchema = v.object({
  id: idSchema,
  coalition: idSchema,
  slug: v.string(),
  ...statementFields,
  titles: v.record(languageSchema, v.string()),
  stage: v.picklist(stages),
  /** The number of the newest release, 0 when nothing was frozen yet. */
  releases: v.number(),
  published: v.boolean(),
  /** Nobody writes in the draft until a co-ordinator unlocks it. */
  locked: v.boolean(),
  changedAt: momentSchema,
})
export type Statement = v.InferOutput<typeof statementSchema>

/** Latin letters for the Cyrillic ones of Russian, Kyrgyz and Tajik; signs that are not spoken have none. */
const latin: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ғ: 'gh', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i' },
  ...{ ӣ: 'i', й: 'i', к: 'k', қ: 'q', л: 'l', м: 'm', н: 'n', ң: 'ng', о: 'o', ө: 'o', п: 'p' },
  ...{ р: 'r', с: 's', т: 't', у: 'u', ү: 'u', ӯ: 'u', ф: 'f', х: 'kh', ҳ: 'h', ц: 'ts', ч: 'ch' },
  ...{ ҷ: 'j', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
}

/** The part of the permalink that names the statement: the symbol in lower-case Latin letters, digits and hyphens. */
export function slugOf(symbol: string): string {
  const letters = [...symbol.toLowerCase().normalize('NFC')].map((sign) => latin[sign] ?? sign)
  return (
    letters
      .join('')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')
      .slice(0, 60)
      .replace(/-$/, '') || 'statement'
  )
}
