/** A statement that is open for signature, with one organisation that holds a link. */
import { listAnswers } from '#shared/api/signatures.ts'
import { askToSign, found, freeze, invite, organisation, statement } from './coalition.ts'
import type { TestServer } from './server.ts'

export async function openStatement(server: TestServer) {
  const { coordinator, coalition } = await found(server)
  const second = await invite(server, coordinator, coalition, 'co-ordinator')
  const { id } = await statement(server, coordinator, coalition)
  const signer = await organisation(coordinator, coalition)
  const release = await freeze(coordinator, id)
  const bearer = await askToSign(coordinator, id, signer.id)
  return {
    coordinator,
    /** Another co-ordinator: whoever did not make the link. */
    second,
    coalition,
    id,
    signer,
    release,
    bearer,
    /** What a representative fills in. */
    form: {
      release: release.id,
      fingerprint: release.fingerprint,
      language: 'ru' as const,
      representative: 'Фирӯз Раҳимов',
      title: 'директор',
      visibility: 'from-publication' as const,
    },
    /** Where the organisation's answer stands, as the co-ordinators see it. */
    async answer() {
      const { answers } = await coordinator.call(listAnswers, { params: { statement: id } })
      const found = answers.find((answer) => answer.organisation.id === signer.id)
      if (!found) throw new Error('there is no answer')
      return found
    },
  }
}
