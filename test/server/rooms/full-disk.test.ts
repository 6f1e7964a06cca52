/** PostgreSQL has no room at the n-th write, for every n of a story over real sockets. */
import { afterEach, expect, test } from 'vitest'
import { readDraft } from '#shared/api/statements.ts'
import { found, statement } from '../../support/coalition.ts'
import { Drafter } from '../../support/drafter.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
const open: Drafter[] = []

afterEach(() => {
  for (const drafter of open.splice(0)) drafter.leave()
})

/** From now on the n-th write and the one after it fail as on a full disk; a sequence keeps count. */
async function fillAt(n: number) {
  await server.context.database.pool.query(`
    drop sequence if exists writes; create sequence writes;
    create or replace function no_room() returns trigger language plpgsql as $$ begin
      if nextval('writes') in (${n}, ${n + 1}) then
        raise exception 'no space left on device' using errcode = 'disk_full';
      end if;
      return null;
    end $$;
    create or replace trigger no_room before insert on draft_update
      for each statement execute function no_room()`)
}

async function writes(): Promise<number> {
  const { rows } = await server.context.database.pool.query('select last_value as n from writes')
  return Number(rows[0].n)
}

const words = 6

test('[DRAFT2] full at any write: the draft pauses, and goes on by itself with everything in it', async () => {
  const { coordinator, coalition } = await found(server)
  for (let n = 1; n <= words; n++) {
    const { id } = await statement(server, coordinator, coalition)
    const [a, b] = [new Drafter(coordinator, id), new Drafter(coordinator, id)]
    open.push(a, b)
    await Promise.all([a.synced(), b.synced()])
    // Behind the client ids that they have named, which are a write of their own.
    a.type('начало')
    await Promise.all([a.saved(), b.saved()])
    await b.until(() => b.mode === 'edit' && b.words().includes('начало'))
    await fillAt(n)
    let pauses = 0
    for (let word = 1; word <= words; word++) {
      a.type(`<${word}>`)
      let saved = false
      const saving = a.saved().then(() => {
        saved = true
      })
      await Promise.race([saving, a.until(() => a.mode === 'paused')])
      if (!saved) {
        pauses++
        await b.until(() => b.mode === 'paused')
        expect([word, b.words().includes(`<${word}>`)]).toEqual([n, false])
      }
      await saving
      await b.until(() => b.words().includes(`<${word}>`) && b.mode === 'edit')
    }
    expect([n, pauses]).toEqual([n, 1])
    expect(await writes()).toBe(words + 2)
    const read = await coordinator.call(readDraft, {
      params: { statement: id },
      query: { language: 'ru' },
    })
    expect(JSON.stringify(read).match(/<\d>/g)).toEqual(['<1>', '<2>', '<3>', '<4>', '<5>', '<6>'])
    await server.context.database.pool.query('drop trigger no_room on draft_update')
  }
})
