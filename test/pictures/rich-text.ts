/** What stands in the text of the pictures besides the example: one of each thing that a text may have, in each language. */
import type { Language } from '#shared/language/languages.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { block, marked, note, reference } from '../shared/text/write.ts'

type Words = {
  heading: string
  keep: string
  twice: string
  meters: string
  see: string
  end: string
  steps: readonly [string, string, string]
  quotation: string
  columns: readonly [string, string]
  rows: readonly [string, string, string]
  seasons: readonly [string, string]
  caption: string
  alt: string
  note: string
}

const words: Record<Language, Words> = {
  ru: {
    heading: 'Что мы просим измерять',
    keep: 'Измерять уровень воды в каждом из двадцати трёх распределительных каналов;',
    twice: 'дважды в день, утром и вечером, в присутствии представителей обеих сторон;',
    meters: 'приборами, которые проверены не раньше чем за год до измерения, в м',
    see: 'Обо всём, что названо в пункте ',
    end: ', сообщать жителям.',
    steps: [
      'Собрать записи за прошлый год.',
      'Сверить их друг с другом.',
      'Вывесить у каждого шлюза.',
    ],
    quotation: 'Вода не знает границы, пока люди не проведут её посреди реки.',
    columns: ['Время года', 'Расход воды, м³/с'],
    rows: ['Весна', 'утром', 'вечером'],
    seasons: ['Лето', 'воды нет'],
    caption: 'Канал у приграничного моста, март 2025 года',
    alt: 'Пустой бетонный канал с трещинами, за ним сады',
    note: 'По записям, которые ведут жители четырёх сёл с 2019 года.',
  },
  ky: {
    heading: 'Эмнени өлчөөнү суранабыз',
    keep: 'Жыйырма үч бөлүштүрүүчү каналдын ар биринде суунун деңгээлин өлчөөнү;',
    twice: 'күнүнө эки жолу, эртең менен жана кечинде, эки тараптын өкүлдөрүнүн катышуусунда;',
    meters: 'өлчөөдөн бир жыл мурун текшерилген приборлор менен, м',
    see: 'Төмөнкү пунктта айтылгандын баарын ',
    end: ' тургундарга билдирүүнү.',
    steps: [
      'Өткөн жылдын жазууларын чогултуу.',
      'Аларды бири-бири менен салыштыруу.',
      'Ар бир шлюздун жанына илүү.',
    ],
    quotation: 'Адамдар дарыянын ортосунан чек ара тартмайынча, суу чек араны билбейт.',
    columns: ['Жыл мезгили', 'Суунун чыгымы, м³/с'],
    rows: ['Жаз', 'эртең менен', 'кечинде'],
    seasons: ['Жай', 'суу жок'],
    caption: 'Чек ара көпүрөсүнүн жанындагы канал, 2025-жылдын марты',
    alt: 'Жарака кеткен бош бетон канал, анын артында бактар',
    note: 'Төрт айылдын тургундары 2019-жылдан бери жүргүзгөн жазуулар боюнча.',
  },
  tg: {
    heading: 'Чиро чен кардан мехоҳем',
    keep: 'Дар ҳар яке аз бисту се канали тақсимкунанда сатҳи обро чен кардан;',
    twice: 'рӯзе ду бор, субҳ ва шом, бо иштироки намояндагони ҳар ду тараф;',
    meters: 'бо асбобҳое, ки на пештар аз як сол санҷида шудаанд, бо м',
    see: 'Дар бораи ҳама чизе, ки дар банди ',
    end: ' гуфта шудааст, ба сокинон хабар додан.',
    steps: [
      'Навиштаҷоти соли гузаштаро ҷамъ кардан.',
      'Онҳоро бо ҳамдигар муқоиса кардан.',
      'Дар назди ҳар як дарвозаи об овехтан.',
    ],
    quotation: 'Об сарҳадро намедонад, то одамон онро аз миёни дарё накашанд.',
    columns: ['Фасли сол', 'Масрафи об, м³/с'],
    rows: ['Баҳор', 'субҳ', 'шом'],
    seasons: ['Тобистон', 'об нест'],
    caption: 'Канал дар назди пули наздисарҳадӣ, марти соли 2025',
    alt: 'Канали холии бетонии кафида, дар паси он боғҳо',
    note: 'Аз рӯи навиштаҷоте, ки сокинони чор деҳа аз соли 2019 мебаранд.',
  },
  en: {
    heading: 'What we ask to measure',
    keep: 'To measure the water level in each of the twenty-three distribution canals;',
    twice: 'twice a day, in the morning and in the evening, with both sides present;',
    meters: 'with instruments checked not more than a year before, in m',
    see: 'To tell the residents of all that is named in clause ',
    end: '.',
    steps: [
      'Collect the records of last year.',
      'Compare them with each other.',
      'Put them up at every sluice.',
    ],
    quotation: 'Water knows no border until people draw it down the middle of the river.',
    columns: ['Season', 'Flow, m³/s'],
    rows: ['Spring', 'morning', 'evening'],
    seasons: ['Summer', 'no water'],
    caption: 'The canal at the border bridge, March 2025',
    alt: 'An empty concrete canal with cracks, orchards behind it',
    note: 'From the records that the residents of four villages have kept since 2019.',
  },
}

/** The blocks of one language; `asset` names the picture, which the server has already. */
export function richBlocks(language: Language, asset: string): NodeJson[] {
  const said = words[language]
  const id = (name: string) => ({ id: `rich-${name}` })
  return [
    block('heading', said.heading, { ...id('heading'), level: 2 }),
    block('operative', [said.keep, note(`rich-${language}`)], id('keep')),
    block('operative', said.twice, { ...id('twice'), level: 1 }),
    block('operative', [said.meters, marked('3', 'superscript')], { ...id('meters'), level: 2 }),
    block('operative', [said.see, reference('rich-twice'), said.end], id('see')),
    block(
      'plain',
      [marked(said.quotation, 'italic'), ' ', marked(said.heading, 'bold')],
      id('mix'),
    ),
    block('numbered', said.steps[0], id('first')),
    block('bullet', said.steps[1], { ...id('second'), level: 1 }),
    block('numbered', said.steps[2], id('third')),
    block('quotation', said.quotation, id('quotation')),
    {
      type: 'table',
      attrs: id('table'),
      content: [
        row(
          cell(said.columns[0], { header: true }),
          cell(said.columns[1], { header: true, colspan: 2 }),
        ),
        row(cell(said.rows[0], { rowspan: 2 }), cell(said.rows[1]), cell('4,2')),
        row(cell(said.rows[2]), cell('3,8')),
        row(cell(said.seasons[0]), cell(said.seasons[1], { colspan: 2 })),
      ],
    },
    {
      type: 'image',
      attrs: { ...id('picture'), asset, alt: said.alt, width: 600, height: 240, review: null },
      content: [{ type: 'text', text: said.caption }],
    },
  ]
}

export const richNote = (language: Language): NodeJson[] => [block('plain', words[language].note)]

const row = (...content: NodeJson[]): NodeJson => ({ type: 'tableRow', content })
const cell = (inside: string, more: object = {}): NodeJson => ({
  type: 'tableCell',
  attrs: { header: false, colspan: 1, rowspan: 1, ...more },
  content: [block('plain', inside)],
})
