/** An example of our own: a short joint statement in four languages, and its Russian text as a Word file. */
import type { Language } from '#shared/language/languages.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { listed, paragraph, run, styled, wordFile } from './word-file.ts'

type Line = { kind: 'heading' | 'preamble' | 'operative'; level?: number; words: string }

const example: Record<Language, Line[]> = {
  ru: [
    { kind: 'heading', level: 1, words: 'О воде для приграничных садов' },
    { kind: 'preamble', words: 'Мы, организации двух берегов одной реки,' },
    { kind: 'preamble', words: 'зная, что сады засыхают одинаково по обе стороны границы,' },
    { kind: 'operative', words: 'Просим комиссии двух стран до весны согласовать дни полива.' },
    { kind: 'operative', words: 'Предлагаем:' },
    { kind: 'operative', level: 1, words: 'вести общий журнал уровня воды;' },
    { kind: 'operative', level: 1, words: 'сообщать о ремонте каналов за две недели.' },
    { kind: 'operative', words: 'Обязуемся вместе чистить канал каждый март.' },
  ],
  ky: [
    { kind: 'heading', level: 1, words: 'Чек ара бактары үчүн суу жөнүндө' },
    { kind: 'preamble', words: 'Биз, бир дарыянын эки жээгиндеги уюмдар,' },
    { kind: 'preamble', words: 'бактар чек аранын эки тарабында бирдей кургап жатканын билип,' },
    {
      kind: 'operative',
      words: 'Эки тараптын комиссияларынан жазга чейин сугат күндөрүн макулдашууну суранабыз.',
    },
    { kind: 'operative', words: 'Сунуштайбыз:' },
    { kind: 'operative', level: 1, words: 'суунун деңгээлинин жалпы журналын жүргүзүүнү;' },
    { kind: 'operative', level: 1, words: 'каналдарды оңдоо жөнүндө эки жума мурда кабарлоону.' },
    { kind: 'operative', words: 'Ар бир март айында каналды чогуу тазалоого милдеттенебиз.' },
  ],
  tg: [
    { kind: 'heading', level: 1, words: 'Дар бораи об барои боғҳои наздисарҳадӣ' },
    { kind: 'preamble', words: 'Мо, созмонҳои ду соҳили як дарё,' },
    {
      kind: 'preamble',
      words: 'бо дарки он ки боғҳо дар ҳар ду тарафи сарҳад якхела хушк мешаванд,',
    },
    {
      kind: 'operative',
      words: 'Аз комиссияҳои ду тараф хоҳиш мекунем, ки то баҳор рӯзҳои обёриро мувофиқа кунанд.',
    },
    { kind: 'operative', words: 'Пешниҳод мекунем:' },
    { kind: 'operative', level: 1, words: 'дафтари умумии сатҳи обро пеш бурдан;' },
    { kind: 'operative', level: 1, words: 'дар бораи таъмири каналҳо ду ҳафта пеш хабар додан.' },
    { kind: 'operative', words: 'Ӯҳдадор мешавем, ки ҳар моҳи март каналро якҷоя тоза кунем.' },
  ],
  en: [
    { kind: 'heading', level: 1, words: 'On water for the orchards along the border' },
    { kind: 'preamble', words: 'We, the organisations of two banks of one river,' },
    { kind: 'preamble', words: 'knowing that orchards wither alike on both sides of the border,' },
    {
      kind: 'operative',
      words: 'Ask the commissions of the two sides to agree on the days of watering before spring.',
    },
    { kind: 'operative', words: 'Propose:' },
    { kind: 'operative', level: 1, words: 'to keep one common record of the water level;' },
    { kind: 'operative', level: 1, words: 'to announce repairs of the canals two weeks ahead.' },
    { kind: 'operative', words: 'Undertake to clean the canal together every March.' },
  ],
}

export const exampleAddressees = {
  ru: ['Комиссиям двух стран по воде', 'Главам приграничных районов'],
  ky: ['Эки өлкөнүн суу боюнча комиссияларына', 'Чек ара райондорунун башчыларына'],
  tg: ['Ба комиссияҳои ду кишвар оид ба об', 'Ба роҳбарони ноҳияҳои наздисарҳадӣ'],
  en: ['The water commissions of the two countries', 'The heads of the border districts'],
}

export const exampleTitle = (language: Language): string => example[language][0]?.words ?? ''

/** The blocks of one language; the same ids in each, so that clauses lie side by side. */
export const exampleBlocks = (language: Language): NodeJson[] =>
  example[language].map(({ kind, level = 0, words }, at) => ({
    type: 'block',
    attrs: { id: `example${at}`, kind, level },
    content: [{ type: 'text', text: words }],
  }))

/** The Russian text as Word writes it: heading, numbered and bulleted lists, a link and a footnote. */
export function exampleWordFile(): Uint8Array {
  const link = '<w:hyperlink r:id="site"><w:r><w:t>журнал наблюдений</w:t></w:r></w:hyperlink>'
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  return wordFile({
    body: [
      styled('Heading1', exampleTitle('ru')),
      paragraph(run('Мы, организации двух берегов одной реки, ведём ') + link + run('.') + note),
      listed(1, 0, 'Просим комиссии двух стран до весны согласовать дни полива.'),
      listed(1, 0, 'Предлагаем:'),
      listed(2, 0, 'вести общий журнал уровня воды;'),
      listed(2, 0, 'сообщать о ремонте каналов за две недели.'),
      listed(1, 0, 'Обязуемся вместе чистить канал каждый март.'),
    ].join(''),
    styles:
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
    numbering: [
      ...['decimal', 'bullet'].map(
        (format, at) =>
          `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`,
      ),
      ...[1, 2].map(
        (list) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${list - 1}"/></w:num>`,
      ),
    ].join(''),
    footnotes: `<w:footnote w:id="2">${paragraph('Записи ведутся с 2019 года.')}</w:footnote>`,
    links: { site: 'https://example.org/water' },
  })
}
