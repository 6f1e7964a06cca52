/** The whole chain by the API alone: what a script can do. */
import { expect, test } from 'vitest'
import { listReleases } from '#shared/api/releases.ts'
import { publishedStatement } from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()

test('[PUB1] a script walks from an empty server to a published permalink', async () => {
  const { coordinator, release, statement } = await publishedStatement(server)
  const page = await server.visitor().fetch(new URL(release.permalink).pathname)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Просим открыть шлюз.')
  const [newest] = await coordinator.call(listReleases, { params: { statement: statement.id } })
  expect(newest?.state).toBe('published')
})
