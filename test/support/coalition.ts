/** A coalition to test with: people with roles, organisations, a statement, each made through the API. */
import { addOrganisation } from '#shared/api/coalitions.ts'
import { acceptInvitation, claimCoalition, invitePerson, seeMe } from '#shared/api/people.ts'
import { freezeStatement, previewFreeze, publishRelease } from '#shared/api/releases.ts'
import {
  admitSignature,
  inviteToSign,
  listAnswers,
  lookAtSigning,
  signRelease,
} from '#shared/api/signatures.ts'
import { startStatement } from '#shared/api/statements.ts'
import type { Country } from '#shared/language/countries.ts'
import type { Language } from '#shared/language/languages.ts'
import type { Role } from '#shared/roles.ts'
import type { Visibility } from '#shared/signatures.ts'
import { appendNodes, bodyOf } from '#shared/text/draft.ts'
import { type Browser, tokenOf } from './browser.ts'
import type { TestServer } from './server.ts'

let counter = 0

/** Founds a coalition and returns its first co-ordinator's browser. */
export async function found(
  server: TestServer,
): Promise<{ coordinator: Browser; coalition: string }> {
  const coordinator = server.visitor()
  const token = tokenOf(await server.makeClaimLink())
  const { coalition } = await coordinator.call(claimCoalition, {
    body: {
      token,
      name: 'Айгүл О.',
      coalition: { names: { ru: `Общая вода ${++counter}` }, languages: ['ru', 'ky', 'tg', 'en'] },
    },
  })
  return { coordinator, coalition }
}

/** Invites somebody, in the whole coalition or to one statement, and returns their browser. */
export async function invite(
  server: TestServer,
  inviter: Browser,
  coalition: string,
  role: Role,
  statement: string | null = null,
): Promise<Browser> {
  const { link } = await inviter.call(invitePerson, {
    params: { coalition },
    body: { role, statement },
  })
  const guest = server.visitor()
  await guest.call(acceptInvitation, { body: { token: tokenOf(link), name: `Гость ${++counter}` } })
  return guest
}

export async function personIn(browser: Browser): Promise<string> {
  const { person } = await browser.call(seeMe)
  if (!person) throw new Error('nobody is signed in')
  return person.id
}

export const organisation = (
  browser: Browser,
  coalition: string,
  country: Country = 'KG',
  name = `Айыл доору ${++counter}`,
) =>
  browser.call(addOrganisation, {
    params: { coalition },
    body: { names: { ru: name }, country, website: null },
  })

/** Starts a statement whose texts can be frozen at once. */
export async function statement(
  server: TestServer,
  browser: Browser,
  coalition: string,
  languages: Language[] = ['ru'],
) {
  const started = await browser.call(startStatement, {
    params: { coalition },
    body: {
      symbol: `KG-TJ/2026/${++counter}`,
      kind: 'joint-statement',
      languages,
      addressees: { ru: ['Правительствам двух стран'] },
      titles: Object.fromEntries(languages.map((language) => [language, `О воде (${language})`])),
    },
  })
  await write(server, started.id, languages, 'Просим открыть шлюз.')
  return started
}

/** Adds a clause to each of these languages, as the server. */
export const write = (server: TestServer, id: string, languages: Language[], words: string) =>
  server.context.rooms.edit(id, null, (doc) => {
    for (const language of languages) {
      appendNodes(bodyOf(doc, language), [
        {
          type: 'block',
          attrs: { id: `c${++counter}`, kind: 'operative' },
          content: [{ type: 'text', text: words }],
        },
      ])
    }
  })

/** Freezes the text as it is now. */
export async function freeze(browser: Browser, id: string, languages: Language[] = ['ru']) {
  const choices = { leftOut: [], authentic: languages, prevailing: null }
  const params = { statement: id }
  const preview = await browser.call(previewFreeze, { params, body: choices })
  const { number, position, fingerprint } = preview
  return browser.call(freezeStatement, {
    params,
    body: { ...choices, number, position, fingerprint },
  })
}

/** Makes a signing link and returns its token. */
export async function askToSign(browser: Browser, id: string, organisationId: string) {
  const { link } = await browser.call(inviteToSign, {
    params: { statement: id },
    body: { organisation: organisationId },
  })
  return tokenOf(link)
}

/** Signs what the link's holder is shown. */
export async function sign(
  signer: Browser,
  bearer: string,
  visibility: Visibility = 'from-publication',
  representative = 'Фирӯз Раҳимов',
) {
  const { release } = await signer.call(lookAtSigning, { bearer })
  if (!release) throw new Error('there is nothing to sign')
  await signer.call(signRelease, {
    bearer,
    body: {
      release: release.id,
      fingerprint: release.fingerprint,
      language: release.text.texts[0]?.language ?? 'ru',
      representative,
      title: 'директор',
      visibility,
    },
  })
}

/** Admits every signature of a statement that waits, as this co-ordinator. */
export async function admitAll(browser: Browser, id: string) {
  const { answers } = await browser.call(listAnswers, { params: { statement: id } })
  for (const { signature, state } of answers) {
    if (!signature || state !== 'signed') continue
    await browser.call(admitSignature, {
      params: { signature: signature.id },
      body: { basis: 'vouched' },
    })
  }
}

export const publish = (browser: Browser, release: { id: string; fingerprint: string }) =>
  browser.call(publishRelease, {
    params: { release: release.id },
    body: { fingerprint: release.fingerprint },
  })

/** A coalition with one published release: what most tests of what comes after need. */
export async function publishedStatement(server: TestServer, languages: Language[] = ['ru']) {
  const { coordinator, coalition } = await found(server)
  const second = await invite(server, coordinator, coalition, 'co-ordinator')
  const started = await statement(server, coordinator, coalition, languages)
  const signer = await organisation(coordinator, coalition)
  const release = await freeze(coordinator, started.id, languages)
  const bearer = await askToSign(coordinator, started.id, signer.id)
  await sign(server.visitor(), bearer)
  await admitAll(second, started.id)
  const published = await publish(coordinator, release)
  return { coordinator, second, coalition, statement: started, release: published, bearer, signer }
}
