/** Letters that several carried off at the same time: all come to keep the same ones. [DRAFT1] */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { giveUpDoubles, remember } from '#shared/text/carried.ts'

const [firstClient, firstClock] = [7, 3]

/** Texts that each were begun with the same two letters, moved so many times. */
function carrying(...moves: readonly number[]): Y.XmlText[] {
  const fragment = new Y.Doc().getXmlFragment('body')
  return moves.map((times, at) => {
    const text = new Y.XmlText('да')
    fragment.insert(at, [text])
    remember(text, [{ from: 0, letters: [[0, 0, 2, firstClient, firstClock, times]] }])
    return text
  })
}

const docOf = ([text]: readonly Y.XmlText[]) => text?.doc as Y.Doc

function copyOf(texts: readonly Y.XmlText[]): Y.XmlText[] {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(docOf(texts)))
  return copy.getXmlFragment('body').toArray() as Y.XmlText[]
}

const words = (texts: readonly Y.XmlText[]) => texts.map((text) => text.toString())

describe('[DRAFT1] letters that stand in several texts', () => {
  test.each([
    ['are kept in the last, as if one had pressed Enter after the other', [0, 0, 0], 2],
    ['are kept where they were moved most often, also before the others', [2, 1, 0], 0],
    ['are kept in the last of those', [0, 1, 1, 0], 2],
  ])('%s', (_, moves, kept) => {
    const texts = carrying(...moves)
    giveUpDoubles(texts)
    expect(words(texts)).toEqual(moves.map((_, at) => (at === kept ? 'да' : '')))
  })

  test('are not given up for those that somebody has carried on meanwhile, and back', () => {
    const texts = carrying(2, 1, 1)
    const one = copyOf(texts)
    const another = copyOf(texts)
    // One has carried the letters of the third text on into the first, and hears of the second only now.
    one[2]?.delete(0, 2)
    giveUpDoubles(one.slice(0, 2))
    giveUpDoubles(another.slice(1))
    Y.applyUpdate(docOf(one), Y.encodeStateAsUpdate(docOf(another)))
    expect(words(one)).toEqual(['да', '', ''])
  })
})
