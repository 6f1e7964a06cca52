import { describe, expect, test } from 'vitest'
import type { FileText } from '#server/files/file-text.ts'
import { list, listed, listFamily, paragraph, run } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const whoIs = (author: string) => `w:id="1" w:author="${author}" w:date="2026-03-02T10:00:00Z"`
const who = whoIs('Айгүл')
const inserted = (text: string, by = who) => `<w:ins ${by}>${run(text)}</w:ins>`
const deleted = (text: string, by = who) =>
  `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const notesOf = ({ suggestions }: FileText) =>
  Object.values(suggestions).map(({ author, text }) => `${author}: ${text}`)

describe('[DRAFT7] tracked changes are suggestions', () => {
  test('of words, with whose they are and what they are about', () => {
    const text = read({
      body: paragraph(run('Биз ') + inserted('суранабыз') + deleted('талап') + run(' кылабыз')),
    })
    expect(outline(text)).toEqual(['Биз {insertion|суранабыз}{deletion|талап} кылабыз'])
    expect(notesOf(text)).toEqual(['Айгүл: суранабыз', 'Айгүл: талап'])
    expect(Object.values(text.suggestions)[0]?.at).toBe('2026-03-02T10:00:00Z')
    expect(lossesOf(text)).toEqual({})
  })

  test('one suggestion for each stretch of one person', () => {
    const text = read({
      body:
        paragraph(inserted('раз') + inserted(' два') + inserted(' три', whoIs('Фирӯз'))) +
        paragraph(run('ничьё') + inserted(' опять')),
    })
    expect(notesOf(text)).toEqual(['Айгүл: раз два', 'Фирӯз:  три', 'Айгүл:  опять'])
  })

  test('what one inserted another may want deleted', () => {
    const both = `<w:ins ${who}>${deleted('спорное', whoIs('Фирӯз'))}</w:ins>`
    const text = read({ body: paragraph(run('Вода ') + both) })
    expect(outline(text)).toEqual(['Вода {insertion deletion|спорное}'])
    expect(notesOf(text)).toEqual(['Айгүл: спорное', 'Фирӯз: спорное'])
  })

  test('what was moved is inserted in one place and deleted in the other', () => {
    const moved = (name: string) => `<w:${name} ${who}>${run('Об.')}</w:${name}>`
    const text = read({
      body: paragraph(moved('moveFrom')) + paragraph('Ҳамсоягӣ.') + paragraph(moved('moveTo')),
    })
    expect(outline(text)).toEqual(['{deletion|Об.}', 'Ҳамсоягӣ.', '{insertion|Об.}'])
  })

  test('of the end of a paragraph', () => {
    const end = (name: string) => `<w:rPr><w:${name} ${who}/></w:rPr>`
    const text = read({
      body: paragraph('Первая половина, ', end('del')) + paragraph('вторая.', end('ins')),
    })
    expect(outline(text)).toEqual(['Первая половина, ', 'вторая.'])
    expect(text.blocks.map(({ attrs }) => attrs?.review?.kind)).toEqual(['deletion', 'insertion'])
    const ids = text.blocks.map(({ attrs }) => attrs?.review?.id)
    expect(Object.keys(text.suggestions)).toEqual(ids)
  })

  test('a clause deleted with its end stands among the others until that is settled', () => {
    const gone = '<w:rPr><w:del w:id="1" w:author="А"/></w:rPr>'
    const text = read({
      body: listed(1, 0, 'раз') + listed(1, 0, deleted('снято'), gone) + listed(1, 0, 'два'),
      numbering: listFamily(1, ['decimal']) + list(1, 1),
    })
    expect(outline(text)).toEqual([
      'operative: раз',
      'operative: {deletion|снято}',
      'operative: два',
    ])
  })

  test('of formats, as what they came from', () => {
    const change = '<w:rPrChange w:id="1" w:author="А"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    const text = read({ body: paragraph(run('слово', `<w:b/>${change}`)) })
    const marks = (text.blocks[0]?.content?.[0]?.marks ?? []) as { type: string; attrs?: object }[]
    const mark = marks.find(({ type }) => type === 'modification')
    expect(mark?.attrs).toMatchObject({ previousValue: ['italic'], newValue: ['bold'] })
    expect(lossesOf(text)).toEqual({})
  })

  test('but not of what our text sheds anyway, such as a colour', () => {
    const change =
      '<w:rPrChange w:id="1" w:author="А"><w:rPr><w:sz w:val="2"/></w:rPr></w:rPrChange>'
    const text = read({ body: paragraph(run('слово', `<w:color w:val="FF0000"/>${change}`)) })
    expect(outline(text)).toEqual(['слово'])
    expect(text.suggestions).toEqual({})
  })

  test('of the kind of a paragraph, as what it was before', () => {
    const before =
      '<w:pPrChange w:id="2" w:author="А"><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:pPrChange>'
    const text = read({ body: paragraph('слово', before) })
    expect(text.blocks[0]?.attrs?.review).toMatchObject({
      kind: 'modification',
      previous: { kind: 'heading', level: 2 },
    })
  })

  test('of the rows of a table', () => {
    const row = (words: string, change = '') =>
      `<w:tr><w:trPr>${change}</w:trPr><w:tc>${paragraph(words)}</w:tc></w:tr>`
    const body = `<w:tbl>${row('раз')}${row('два', `<w:ins ${who}/>`)}${row('три', `<w:del ${who}/>`)}</w:tbl>`
    const rows = read({ body }).blocks[0]?.content ?? []
    expect(rows.map(({ attrs }) => attrs?.review?.kind)).toEqual([
      undefined,
      'insertion',
      'deletion',
    ])
  })

  test('those of tables and pages as a whole are told as lost', () => {
    const text = read({
      body: `${paragraph('слово')}<w:sectPr><w:sectPrChange w:id="1" w:author="А"/></w:sectPr>`,
    })
    expect(lossesOf(text)).toEqual({ 'tracked-formatting': 1 })
  })
})

describe('[DRAFT7] comments are threads', () => {
  const spot = (id: number, words: string) =>
    `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  const comment = (id: number, author: string, words: string, key: string) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2026-03-02T10:00:00Z"><w:p w14:paraId="${key}">${run(words)}</w:p></w:comment>`
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
  const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
  const parts = (comments: string, extended = '') => ({
    files: {
      'word/comments.xml': `<w:comments xmlns:w="${w}" xmlns:w14="${w14}">${comments}</w:comments>`,
      'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="${w15}">${extended}</w15:commentsEx>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
        'comments',
        'commentsExtended',
      ]
        .map((kind) => `<Relationship Id="${kind}" Type="x/${kind}" Target="${kind}.xml"/>`)
        .join('')}</Relationships>`,
    },
  })

  test('with their answers, whether they are done, and the words they are about', () => {
    const text = read({
      body: paragraph(run('Мы ') + spot(0, 'просим') + run(' воды')),
      ...parts(
        comment(0, 'Айгүл', 'точнее?', 'A1') + comment(1, 'Фирӯз', 'согласен', 'A2'),
        '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/>',
      ),
    })
    expect(outline(text)).toEqual(['Мы {comment|просим} воды'])
    expect(Object.values(text.comments)).toEqual([
      {
        quotation: 'просим',
        block: text.blocks[0]?.attrs?.id,
        resolved: true,
        replies: [
          { author: 'Айгүл', at: '2026-03-02T10:00:00Z', text: 'точнее?' },
          { author: 'Фирӯз', at: '2026-03-02T10:00:00Z', text: 'согласен' },
        ],
      },
    ])
  })

  test('one over another, and over several paragraphs', () => {
    const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
    const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`
    const text = read({
      body:
        paragraph(start(0) + run('раз ') + start(1) + run('два')) +
        paragraph(run('три') + end(0) + end(1)),
      ...parts(comment(0, 'А', 'первый', 'A1') + comment(1, 'Б', 'второй', 'A2')),
    })
    expect(outline(text)).toEqual(['{comment|раз }{comment comment|два}', '{comment comment|три}'])
    expect(Object.values(text.comments).map(({ quotation }) => quotation)).toEqual([
      'раз дватри',
      'дватри',
    ])
  })

  test('about no words in particular stay with their paragraph', () => {
    const body = paragraph(`${run('слово')}<w:r><w:commentReference w:id="0"/></w:r>`)
    const text = read({ body, ...parts(comment(0, 'А', 'везде', 'A1')) })
    expect(Object.values(text.comments)[0]).toMatchObject({
      quotation: '',
      block: text.blocks[0]?.attrs?.id,
    })
  })
})
