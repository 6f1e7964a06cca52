/** The lists that a Word file defines: which list a paragraph is in, and how that list's levels are numbered. */

import { childOf, childrenOf, settingOf, switchOf, wholeNumber, type XmlElement } from '../xml.ts'
import type { Style, Styles } from './styles.ts'

/** A level of a list. `text` is what stands before the words, with `%1` for the number of the first level. */
export type ListLevel = {
  format: string
  text: string
  start: number
  /** Whether its count goes on after a paragraph of a higher level. */
  goesOn: boolean
  /** Whether the numbers of all levels are written as figures here. */
  figures: boolean
}

/** Lists of one `family` count together, except where a list begins anew: `restarts` says at which number, by level. */
export type List = {
  id: string
  family: string
  levels: (ListLevel | undefined)[]
  restarts: (number | undefined)[]
  /** The level that belongs to a style, by the style's id. */
  levelsOfStyles: ReadonlyMap<string | undefined, number>
}

/** A paragraph's place in a list. */
export type ListPlace = { list: List; level: number }

export type Numbering = {
  /** Null for a paragraph that is in no list, or in one that the file does not define. */
  placeOf: (properties: XmlElement | undefined, styles: readonly Style[]) => ListPlace | null
}

const deepest = 8
const greatestNumber = 32_767

export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const families = byId(root, 'w:abstractNum', 'w:abstractNumId')
  const elements = byId(root, 'w:num', 'w:numId')
  const lists = new Map<string, List | null>()

  /** A family may be no more than a link to a style that names the list whose family is meant. */
  const familyOf = (id: string | undefined, steps = 0): XmlElement | undefined => {
    const family = families.get(id)
    const link = settingOf(family, 'w:numStyleLink')
    if (link === undefined || steps > deepest) return family
    const linked = numberId(childOf(styles.named(link)?.paragraph, 'w:numPr'))
    return familyOf(settingOf(elements.get(linked), 'w:abstractNumId'), steps + 1)
  }

  const readList = (id: string): List | null => {
    const element = elements.get(id)
    const family = familyOf(settingOf(element, 'w:abstractNumId'))
    if (!family) return null
    const overrides = byId(element, 'w:lvlOverride', 'w:ilvl')
    const own = byId(family, 'w:lvl', 'w:ilvl')
    const levels = Array.from({ length: deepest + 1 }, (_, level) => {
      const found = childOf(overrides.get(`${level}`), 'w:lvl') ?? own.get(`${level}`)
      return found && readLevel(found)
    })
    const restarts = levels.map((_, level) =>
      wholeNumber(settingOf(overrides.get(`${level}`), 'w:startOverride'), greatestNumber),
    )
    const levelsOfStyles = new Map(
      childrenOf(family, 'w:lvl').map((level) => [
        settingOf(level, 'w:pStyle'),
        wholeNumber(level.attributes['w:ilvl'], deepest) ?? 0,
      ]),
    )
    const { 'w:abstractNumId': name = '' } = family.attributes
    return { id, family: name, levels, restarts, levelsOfStyles }
  }

  const listOf = (id: string): List | null => {
    if (!lists.has(id)) lists.set(id, readList(id))
    return lists.get(id) ?? null
  }

  return {
    placeOf(properties, chain) {
      const own = childOf(properties, 'w:numPr')
      const source = chain.find(({ paragraph }) => numberId(childOf(paragraph, 'w:numPr')))
      const inherited = childOf(source?.paragraph, 'w:numPr')
      const list = listOf(numberId(own) ?? numberId(inherited) ?? '')
      if (!list) return null
      const given = settingOf(own, 'w:ilvl')
      if (given !== undefined) return { list, level: wholeNumber(given, deepest) ?? 0 }
      const linked = list.levelsOfStyles.get(source?.id)
      return { list, level: linked ?? wholeNumber(settingOf(inherited, 'w:ilvl'), deepest) ?? 0 }
    },
  }
}

/** `0` stands for: no list after all. */
const numberId = (numPr: XmlElement | undefined) => settingOf(numPr, 'w:numId')

const byId = (parent: XmlElement | undefined, name: string, attribute: string) =>
  new Map(childrenOf(parent, name).map((child) => [child.attributes[attribute], child]))

const readLevel = (level: XmlElement): ListLevel => ({
  format: settingOf(level, 'w:numFmt') ?? 'decimal',
  text: settingOf(level, 'w:lvlText') ?? '',
  start: wholeNumber(settingOf(level, 'w:start'), greatestNumber) ?? 0,
  goesOn: settingOf(level, 'w:lvlRestart') === '0',
  figures: switchOf(level, 'w:isLgl') ?? false,
})
