/** Whether the program and its database are well, for whoever watches over them. */
import type { Hono } from 'hono'
import type { Context } from '../context.ts'

export function serveHealth(app: Hono, { database }: Context): void {
  app.get('/health', async (c) => {
    const well = await database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    c.header('Cache-Control', 'no-store')
    return c.json({ well }, well ? 200 : 503)
  })
}
