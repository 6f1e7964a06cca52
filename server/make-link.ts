/** A tool for whoever runs the server: prints a link that lets somebody in. `npm run link` says how. */
import { makeClaimLink } from './actions/people/claim-coalition.ts'
import { makeLinkFor } from './actions/people/sign-in.ts'
import { systemClock } from './clock.ts'
import { readConfig, WrongSetting } from './config.ts'
import { CannotRun } from './store/cannot-run.ts'
import { attachDatabase, type Database } from './store/database.ts'
import { findPerson, peopleNamed } from './store/people.ts'

const usage = `Prints a link that works once:

  npm run link -- claim              founds another coalition on this server
  npm run link -- sign-in "<name>"   lets a person back in, by name or by id

Takes the same settings as the server (DATA_DIR, DATABASE_URL, PUBLIC_URL, PORT).`

/** Wrong words on the command line, or nobody of that name. */
class WrongUse extends Error {}

try {
  await main(process.argv.slice(2))
} catch (fault) {
  const isExpected = [WrongUse, WrongSetting, CannotRun].some((kind) => fault instanceof kind)
  if (!isExpected) throw fault
  process.stderr.write(`${(fault as Error).message}\n`)
  process.exitCode = 1
}

async function main([what, who]: string[]) {
  if (what !== 'claim' && !(what === 'sign-in' && who)) throw new WrongUse(usage)
  const config = readConfig()
  const database = await attachDatabase(config)
  try {
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
    const context = { clock: systemClock, database, publicUrl }
    const link =
      what === 'claim'
        ? await makeClaimLink(context)
        : (await makeLinkFor(context, database.queries, await personCalled(database, who ?? '')))
            .link
    process.stdout.write(`${link}\n`)
  } finally {
    await database.close()
  }
}

/** The id of the one person who has this name or this id. */
async function personCalled({ queries }: Database, who: string): Promise<string> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(who)
  const byId = isId ? await findPerson(queries, who) : undefined
  if (byId) return byId.id
  const people = await peopleNamed(queries, who)
  if (people.length === 1 && people[0]) return people[0].id
  if (people.length === 0) throw new WrongUse(`Nobody is called “${who}”.`)
  const rows = people.map(({ id, createdAt }) => `  ${id}  since ${createdAt.toISOString()}`)
  throw new WrongUse(`Several people are called “${who}”. Name one by id:\n${rows.join('\n')}`)
}
