/** What a new statement begins with: nothing, the skeleton of its kind, or an example, in each of its languages. */
import { expect, test } from 'vitest'
import { startStatement } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import { loadTemplate } from '#shared/templates/template.ts'
import { bodyOf, readNodes, titleOf } from '#shared/text/draft.ts'
import { found } from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
let counter = 0

async function started(sent: { beginning?: 'empty' | 'template' | 'example' }) {
  const { coordinator, coalition } = await found(server)
  const { id } = await coordinator.call(startStatement, {
    params: { coalition },
    body: {
      symbol: `KG-TJ/2026/${++counter}`,
      kind: 'resolution',
      languages: ['ru', 'tg'],
      addressees: {},
      titles: { ru: 'Резолюция о воде' },
      ...sent,
    },
  })
  const texts = new Map<Language, Text>()
  await server.context.rooms.edit(id, null, (doc) => {
    for (const language of ['ru', 'tg'] as const) {
      const blocks = readNodes(bodyOf(doc, language)).children.map(({ attrs, textContent }) => ({
        kind: String(attrs.kind),
        level: Number(attrs.level),
        words: textContent,
      }))
      texts.set(language, { title: titleOf(doc, language), blocks })
    }
  })
  const [ru, tg] = [texts.get('ru'), texts.get('tg')]
  if (!ru || !tg) throw new Error('a text was not read')
  return { ru, tg }
}

type Text = { title: string; blocks: { kind: string; level: number; words: string }[] }

test('[DRAFT6] asked for no beginning, a text has its title and a line to write on', async () => {
  const { ru, tg } = await started({})
  expect(ru.title).toBe('Резолюция о воде')
  expect([ru.blocks.length, tg.blocks.length, ru.blocks[1]?.words]).toEqual([2, 2, ''])
})

test.each(['template', 'example'] as const)(
  '[DRAFT6] begun with its %s, a text keeps its own title, in each language',
  async (beginning) => {
    const { ru, tg } = await started({ beginning })
    const name = beginning === 'template' ? 'resolution' : 'example'
    const withoutTitle = async (language: Language) =>
      (await loadTemplate(language, name)).filter(
        ({ kind, level }) => kind !== 'heading' || level > 1,
      )
    expect([ru.title, tg.title]).toEqual(['Резолюция о воде', ''])
    expect(ru.blocks.slice(1)).toEqual(await withoutTitle('ru'))
    expect(tg.blocks.slice(1)).toEqual(await withoutTitle('tg'))
  },
)
