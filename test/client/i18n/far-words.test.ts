/** The words that come first are all that the text says; the others are there for whoever waits for them. */
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { words as near } from '#client/i18n/words/en.ts'
import { words as far } from '#client/i18n/words/en-far.ts'
import { farWords, loadWords } from '#client/i18n/words.ts'

const root = join(import.meta.dirname, '../../..')
/** What stands on the screen before anybody has waited for all words. */
const first = ['client/main.tsx', 'client/app/SignedIn.tsx', 'client/pages/TextPage.tsx']

/** What these files import, and what they load later without waiting for all words first. */
function reachedFrom(roots: readonly string[]): Set<string> {
  const reached = new Set(roots)
  for (const file of reached) {
    const source = readFileSync(join(root, file), 'utf8')
    const imported = [...source.matchAll(/\b(?:from|import)\s+'([^']+)'/g)]
    const later = [...source.matchAll(/later\(\s*\(\) => import\('([^']+)'\)/g)]
    for (const [, specifier = ''] of [...imported, ...later]) {
      const target = specifier.startsWith('#')
        ? specifier.slice(1)
        : specifier.startsWith('.') && normalize(join(dirname(file), specifier))
      if (target && /\.tsx?$/.test(target) && !target.includes('/words/')) reached.add(target)
    }
  }
  return reached
}

/** The far words that a file says: whole ids, and the beginnings of those that are put together. */
function farWordsIn(source: string): string[] {
  const ids = Object.keys(far)
  return [...source.matchAll(/(['`])([a-z][a-z-]*\.[^'`\n]*)\1/g)].flatMap(([, , said = '']) => {
    const [start = ''] = said.split('${')
    const isMeant = start === said ? said in far : ids.some((id) => id.startsWith(start))
    return isMeant ? [said] : []
  })
}

test('nothing that is there before all words says one of the far ones', () => {
  const files = [...reachedFrom(first)]
  expect(files).toContain('client/drafting/slash/SlashList.tsx')
  const said = files.flatMap((file) =>
    farWordsIn(readFileSync(join(root, file), 'utf8')).map((id) => `${file}: ${id}`),
  )
  expect(said).toEqual([])
})

test('a far word in a file is found, whole or put together', () => {
  expect(farWordsIn("say('people.invite') say('ui.close')")).toEqual(['people.invite'])
  const [id = ''] = Object.keys(far)
  expect(farWordsIn(`say('${id}')`)).toEqual([id])
  expect(farWordsIn(`say(\`${id.slice(0, id.indexOf('.') + 1)}\${one}\`)`)).toHaveLength(1)
})

test('no word is both near and far', () => {
  expect(Object.keys(near).filter((id) => id in far)).toEqual([])
})

test('whoever has waited can say all words, in a language that is chosen later too', async () => {
  const russian = await loadWords('ru')
  expect(russian('people.invite')).toBe('people.invite')
  await farWords()
  expect(russian('people.invite')).not.toBe('people.invite')
  const tajik = await loadWords('tg')
  expect(tajik('people.invite')).not.toBe('people.invite')
  expect(tajik('people.invite')).not.toBe(russian('people.invite'))
})
