/** A signature as the API shows it: its row, with what later steps decided. */

import type { Standing } from '../../domain/signing.ts'
import type { signature } from '../../store/tables.ts'

export const describeSignature = (row: typeof signature.$inferSelect, standing: Standing) => ({
  id: row.id,
  representative: row.representative,
  title: row.title,
  language: row.language,
  visibility: standing.visibility,
  basis: standing.basis,
  signedAt: row.signedAt.toISOString(),
})
