/** Every route × every role × own and foreign objects: one access decision, and no way around it. [REV1] */
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '#shared/api/all.ts'
import type { Endpoint, PlaceParam } from '#shared/api/endpoint.ts'
import { invitePerson } from '#shared/api/people.ts'
import { inviteToSign, listAnswers } from '#shared/api/signatures.ts'
import { acts, atLeast, type Role, roles } from '#shared/roles.ts'
import type { Browser } from '../../support/browser.ts'
import {
  askToSign,
  found,
  freeze,
  invite,
  organisation,
  personIn,
  sign,
  statement,
} from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()

type Objects = Record<PlaceParam | 'person', string>
type Coalition = {
  objects: Objects
  members: Record<Role, Browser>
  guests: Record<Guest, Browser>
}
type Guest = Exclude<Role, 'co-ordinator'>

const guestRoles = roles.filter((role): role is Guest => role !== 'co-ordinator')
let own: Coalition
let foreign: Coalition

/** A coalition with one thing of each kind, and somebody in each role, in all of it and as a guest. */
async function build(): Promise<Coalition> {
  const { coordinator, coalition } = await found(server)
  const started = await statement(server, coordinator, coalition)
  const signer = await organisation(coordinator, coalition)
  const release = await freeze(coordinator, started.id)
  const invitation = await coordinator.call(invitePerson, {
    params: { coalition },
    body: { role: 'reader', statement: null },
  })
  await sign(server.visitor(), await askToSign(coordinator, started.id, signer.id))
  const other = await organisation(coordinator, coalition, 'TJ')
  const signing = await coordinator.call(inviteToSign, {
    params: { statement: started.id },
    body: { organisation: other.id },
  })
  const { answers } = await coordinator.call(listAnswers, { params: { statement: started.id } })
  const signature = answers.find((answer) => answer.signature)?.signature
  const members = { 'co-ordinator': coordinator } as Coalition['members']
  const guests = {} as Coalition['guests']
  for (const role of guestRoles) {
    members[role] = await invite(server, coordinator, coalition, role)
    guests[role] = await invite(server, coordinator, coalition, role, started.id)
  }
  const objects = {
    coalition,
    statement: started.id,
    organisation: signer.id,
    invitation: invitation.id,
    release: release.id,
    signature: signature?.id ?? '',
    signing: signing.id,
    person: await personIn(members.reader),
  }
  return { objects, members, guests }
}

beforeAll(async () => {
  own = await build()
  foreign = await build()
})

/** What a call without a proper body is answered: refused for who asks, or let through to the next check. */
async function answer(browser: Browser, endpoint: Endpoint, objects: Objects): Promise<string> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name as keyof Objects)
  const params = Object.fromEntries(names.map((name) => [name, objects[name]]))
  const response = await browser.send(endpoint, {
    params: params as never,
    ...(endpoint.body && { body: 'not what is asked for' as never }),
    ...(endpoint.file && { body: new Uint8Array() as never }),
  })
  const { refusal } = await response.json()
  return ['signed-out', 'not-found', 'not-allowed'].includes(refusal) ? refusal : 'let through'
}

const guarded = endpoints.flatMap((endpoint) =>
  endpoint.access.by === 'role' ? [{ endpoint, access: endpoint.access }] : [],
)
/** Those that would change something even without a body are not tried by whoever may call them. */
const harmless = ({ endpoint }: { endpoint: Endpoint }) =>
  endpoint.method === 'GET' || endpoint.body !== undefined || endpoint.file !== undefined

describe.each(guarded)('$endpoint.name', ({ endpoint, access }) => {
  const { least, holding } = acts[access.act]

  test('a stranger is signed out', async () => {
    expect(await answer(server.visitor(), endpoint, own.objects)).toBe('signed-out')
  })

  test('whoever takes part elsewhere finds nothing', async () => {
    for (const browser of [...Object.values(own.members), ...Object.values(own.guests)]) {
      expect(await answer(browser, endpoint, foreign.objects)).toBe('not-found')
    }
  })

  test('nobody finds what does not exist', async () => {
    const nowhere = Object.fromEntries(
      Object.keys(own.objects).map((name) => [name, '00000000-0000-4000-8000-000000000000']),
    ) as Objects
    expect(await answer(own.members['co-ordinator'], endpoint, nowhere)).toBe('not-found')
  })

  test.each(roles)('a member who is %s is let through from the least role on', async (role) => {
    const may = atLeast(role, least)
    if (may && !harmless({ endpoint })) return
    const expected = may ? 'let through' : 'not-allowed'
    expect(await answer(own.members[role], endpoint, own.objects)).toBe(expected)
  })

  test.each(guestRoles)(
    'a guest of one statement who is %s has no part in the rest',
    async (role) => {
      const inside = ['statement', 'release', 'signature', 'signing'].includes(access.on)
      const may =
        atLeast(role, least) && (holding === 'anywhere' || (holding === 'statement' && inside))
      if (may && !harmless({ endpoint })) return
      const expected = may ? 'let through' : 'not-allowed'
      expect(await answer(own.guests[role], endpoint, own.objects)).toBe(expected)
    },
  )
})

test('a guest does not see other statements of the coalition', async () => {
  const other = await statement(server, own.members['co-ordinator'], own.objects.coalition)
  for (const { endpoint, access } of guarded) {
    if (access.on !== 'statement') continue
    const objects = { ...own.objects, statement: other.id }
    expect([endpoint.name, await answer(own.guests.editor, endpoint, objects)]).toEqual([
      endpoint.name,
      'not-found',
    ])
  }
})

const forPersons = endpoints.filter(({ access }) => access.by === 'person')

test.each(forPersons)('$name is for nobody who is not signed in', async (endpoint) => {
  expect(await answer(server.visitor(), endpoint, own.objects)).toBe('signed-out')
})

const forSigners = endpoints.filter(({ access }) => access.by === 'signer')

test.each(forSigners)(
  '$name is for nobody without a signing link, whatever the session',
  async (endpoint) => {
    const body = endpoint.body ? { body: {} as never } : {}
    for (const browser of [server.visitor(), own.members['co-ordinator']]) {
      expect(await browser.refusal(endpoint, body)).toBe('link-unknown')
      expect(await browser.refusal(endpoint, { ...body, bearer: 'x'.repeat(43) })).toBe(
        'link-unknown',
      )
    }
  },
)

const changing = endpoints.filter(({ method }) => method !== 'GET')

test.each(changing)('$name is refused when another site’s page asks', async (endpoint) => {
  for (const origin of ['https://evil.example', 'null', '']) {
    const response = await own.members['co-ordinator'].send(endpoint, {
      params: own.objects as never,
      headers: { Origin: origin },
    })
    expect((await response.json()).refusal).toBe('wrong-origin')
  }
})

test('whoever takes part is known by the session alone: no other header names a person', async () => {
  const response = await server.visitor().fetch('/api/me', {
    headers: { Authorization: `Bearer ${'x'.repeat(43)}`, 'X-Forwarded-User': own.objects.person },
  })
  expect(await response.json()).toMatchObject({ person: null })
})
