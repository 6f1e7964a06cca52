import { expect, test } from 'vitest'
import {
  list,
  listed,
  listFamily,
  paragraph,
  startsAt,
  style,
  styled,
} from '#test/support/word-file.ts'
import { outline, read } from '#test/support/word-text.ts'

const decimal = listFamily(1, ['decimal', 'russianLower', 'lowerRoman', 'decimal', 'decimal'])

test('[DRAFT7] a numbered list of Word becomes clauses', () => {
  const body = [
    listed(1, 0, 'Просим комиссии:'),
    listed(1, 1, 'опубликовать график;'),
    listed(1, 1, 'ответить жителям.'),
    listed(1, 0, 'Поддерживаем поездки.'),
  ].join('')
  expect(outline(read({ body, numbering: decimal + list(1, 1) }))).toEqual([
    'operative: Просим комиссии:',
    'operative 1: опубликовать график;',
    'operative 1: ответить жителям.',
    'operative: Поддерживаем поездки.',
  ])
})

test('[DRAFT7] a bulleted list keeps its depth, as far as ours goes', () => {
  const numbering = listFamily(1, Array(5).fill('bullet')) + list(1, 1)
  const body = ['суу', 'жер', 'тоо', 'көл', 'талаа'].map((word, level) => listed(1, level, word))
  expect(outline(read({ body: body.join(''), numbering }))).toEqual([
    'bullet: суу',
    'bullet 1: жер',
    'bullet 2: тоо',
    'bullet 3: көл',
    'bullet 3: талаа',
  ])
})

test('[DRAFT7] another list counts from one again, the same list goes on', () => {
  const numbering = decimal + listFamily(2, ['decimal']) + list(1, 1) + list(2, 2)
  const body = [
    listed(1, 0, 'Якум'),
    paragraph('Байни онҳо.'),
    listed(1, 0, 'Дуюм'),
    listed(2, 0, 'Аз нав якум'),
    listed(2, 0, 'Аз нав дуюм'),
  ].join('')
  expect(outline(read({ body, numbering }))).toEqual([
    'operative: Якум',
    'Байни онҳо.',
    'operative: Дуюм',
    'operative@1: Аз нав якум',
    'operative: Аз нав дуюм',
  ])
})

test('[DRAFT7] a list starts where Word starts it: LibreOffice names a list of its own for that', () => {
  const numbering = decimal + list(1, 1) + list(2, 1, startsAt(4))
  const body = [
    listed(1, 0, 'бир'),
    listed(2, 0, 'төрт'),
    listed(1, 0, 'беш'),
    listed(2, 0, 'алты'),
  ].join('')
  expect(outline(read({ body, numbering }))).toEqual([
    'operative: бир',
    'operative@4: төрт',
    'operative: беш',
    'operative: алты',
  ])
})

test('[DRAFT7] a nested list with an id of its own, as pandoc writes it, does not break the outer one', () => {
  const everyLevel = [0, 1, 2].map((level) => startsAt(1, level)).join('')
  const numbering = decimal + [1, 2, 3].map((id) => list(id, 1, everyLevel)).join('')
  const body = [
    listed(1, 0, 'первый'),
    listed(2, 1, 'а'),
    listed(2, 1, 'б'),
    listed(1, 0, 'второй'),
    listed(3, 1, 'снова а'),
  ].join('')
  expect(outline(read({ body, numbering }))).toEqual([
    'operative: первый',
    'operative 1: а',
    'operative 1: б',
    'operative: второй',
    'operative 1: снова а',
  ])
})

test('[DRAFT7] the second paragraph of an item, marked with a blank, is no item', () => {
  const blank = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="SIGN"/></w:lvl>'
  for (const sign of [' ', '\uf020', '']) {
    const family = `<w:abstractNum w:abstractNumId="2">${blank.replace('SIGN', sign)}</w:abstractNum>`
    const numbering = decimal + family + list(1, 1) + list(2, 2)
    const body = listed(1, 0, 'пункт') + listed(2, 0, 'его продолжение') + listed(1, 0, 'ещё')
    expect(outline(read({ body, numbering }))).toEqual([
      'operative: пункт',
      'его продолжение',
      'operative: ещё',
    ])
  }
})

test('[DRAFT7] a style puts its paragraphs into a list, at the level that names it', () => {
  const inList = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  const based = (id: string) => `<w:basedOn w:val="${id}"/>`
  const styles =
    style('Clause', 'Пункт', inList) +
    style('SubClause', 'Подпункт', inList) +
    style('Derived', 'Особый пункт', based('Clause')) +
    style(
      'Free',
      'Вне списка',
      `${based('Clause')}<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`,
    )
  const numbering = decimal.replace(
    '<w:lvl w:ilvl="1">',
    '<w:lvl w:ilvl="1"><w:pStyle w:val="SubClause"/>',
  )
  const body =
    styled('Clause', 'раз') +
    styled('SubClause', 'буква') +
    styled('Derived', 'два') +
    styled('Free', 'без номера') +
    paragraph('без номера', '<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>')
  expect(outline(read({ body, styles, numbering: numbering + list(1, 1) }))).toEqual([
    'operative: раз',
    'operative 1: буква',
    'operative: два',
    'без номера',
    'без номера',
  ])
})

test('[DRAFT7] a list that is only a link to a style is found behind it', () => {
  const styles = style(
    'Linked',
    'Список',
    '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>',
    'numbering',
  )
  const link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Linked"/></w:abstractNum>'
  const numbering = decimal + link + list(1, 2) + list(7, 1)
  const body = listed(1, 0, 'один') + listed(7, 0, 'два')
  expect(outline(read({ body, styles, numbering }))).toEqual(['operative: один', 'operative: два'])
})

test('[DRAFT7] lists that link to themselves or to nothing leave plain paragraphs', () => {
  const styles = style('Self', 'Круг', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
  const link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Self"/></w:abstractNum>'
  const body = listed(1, 0, 'один') + listed(5, 0, 'два')
  expect(outline(read({ body, styles, numbering: link + list(1, 2) }))).toEqual(['один', 'два'])
  expect(outline(read({ body }))).toEqual(['один', 'два'])
})

test('[DRAFT7] a level may be defined anew by its list', () => {
  const bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
  const numbering = decimal + list(1, 1, `<w:lvlOverride w:ilvl="0">${bullet}</w:lvlOverride>`)
  expect(outline(read({ body: listed(1, 0, 'нон'), numbering }))).toEqual(['bullet: нон'])
})

test('[DRAFT7] a level without numbers keeps the words that stand in their place', () => {
  const none =
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val="Эскертүү:"/></w:lvl></w:abstractNum>'
  const article =
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Статья %1."/></w:lvl></w:abstractNum>'
  const numbering = none + article + list(2, 2) + list(3, 3)
  const body = listed(2, 0, 'чек ара жабык') + listed(3, 0, 'Мир') + listed(3, 0, 'Вода')
  expect(outline(read({ body, numbering }))).toEqual([
    'Эскертүү: чек ара жабык',
    'Статья 1. Мир',
    'Статья 2. Вода',
  ])
})

test('[DRAFT7] the number of a heading is kept as text, and clauses below it are not sub-clauses', () => {
  const numbering = listFamily(1, ['upperRoman', 'decimal', 'russianLower']) + list(1, 1)
  const heading = '<w:pStyle w:val="Heading1"/>'
  const body = [
    listed(1, 0, 'Общее', heading),
    listed(1, 1, 'первое'),
    listed(1, 2, 'подпункт'),
    listed(1, 1, 'второе'),
    listed(1, 0, 'Особое', heading),
    listed(1, 1, 'снова первое'),
  ].join('')
  expect(outline(read({ body, numbering }))).toEqual([
    'heading 1: I. Общее',
    'operative: первое',
    'operative 1: подпункт',
    'operative: второе',
    'heading 1: II. Особое',
    'operative@1: снова первое',
  ])
})

test('[DRAFT7] in a cell a numbered list stays a list and keeps its numbers, in a note they are text', () => {
  const numbering = decimal + list(1, 1)
  const cell = (content: string) => `<w:tc>${content}</w:tc>`
  const body =
    `<w:tbl><w:tr>${cell(listed(1, 0, 'якум'))}${cell(listed(1, 0, 'дуюм'))}</w:tr></w:tbl>` +
    paragraph('<w:r><w:t>Матн</w:t><w:footnoteReference w:id="1"/></w:r>')
  const footnotes = `<w:footnote w:id="1">${listed(1, 0, 'эзоҳ')}</w:footnote>`
  expect(outline(read({ body, numbering, footnotes }))).toEqual([
    '| numbered: якум | numbered@2: дуюм',
    'Матн[^3. эзоҳ]',
  ])
})

test('[DRAFT7] an empty item of a list is neither brought over nor counted', () => {
  const body = listed(1, 0, 'раз') + listed(1, 0, ' ') + listed(1, 0, 'два')
  expect(outline(read({ body, numbering: decimal + list(1, 1) }))).toEqual([
    'operative: раз',
    'operative: два',
  ])
})
