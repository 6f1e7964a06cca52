/** A new coalition in the built program, with ways to start statements in it and to bring people in. */
import { acceptInvitation, claimCoalition, invitePerson } from '#shared/api/people.ts'
import { startStatement } from '#shared/api/statements.ts'
import { ApiRefusal, Browser, tokenOf } from '../support/browser.ts'
import type { Program } from '../support/program.ts'

export type Coalition = Awaited<ReturnType<typeof foundCoalition>>

export async function foundCoalition(program: Program) {
  const coordinator = new Browser(program.origin)
  const { coalition } = await coordinator.call(claimCoalition, {
    body: {
      token: tokenOf(program.claimLink),
      name: 'Айгүл',
      coalition: { names: { ru: 'Общая вода' }, languages: ['ru'] },
    },
  })
  let statements = 0
  const start = async () => {
    const { id } = await coordinator.call(startStatement, {
      params: { coalition },
      body: {
        ...{ symbol: `KG-TJ/2026/${++statements}`, kind: 'appeal', languages: ['ru'] },
        ...{ addressees: {}, titles: { ru: 'О воде' } },
      },
    })
    return id
  }
  const invite = async (role: 'editor' | 'reader' | 'reviewer') => {
    const { link } = await coordinator.call(invitePerson, {
      params: { coalition },
      body: { role, statement: null },
    })
    const browser = new Browser(program.origin)
    const body = { token: tokenOf(link), name: 'Фирӯз' }
    await whenAllowed(() => browser.call(acceptInvitation, { body }))
    return browser
  }
  return { coordinator, start, invite }
}

/** Does it again, as often as it takes, when so many come from one address that each must wait a while. */
async function whenAllowed(act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (fault) {
    const seconds = fault instanceof ApiRefusal ? fault.details?.seconds : undefined
    if (typeof seconds !== 'number') throw fault
    await new Promise((done) => setTimeout(done, seconds * 1000))
    await whenAllowed(act)
  }
}
