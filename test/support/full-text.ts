/** A text with every construct that a draft may have, each word of it unlike any other. */
import type { TextNodes } from '#server/files/file-text.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import { block, lineBreak, link, marked, note, reference, suggested } from '../shared/text/write.ts'

const about = (author: string, text: string) => ({ author, at: '2026-03-02T10:00:00Z', text })
const cell = (words: string, more: object = {}): NodeJson => ({
  type: 'tableCell',
  attrs: { header: false, colspan: 1, rowspan: 1, ...more },
  content: [block('plain', words)],
})
const row = (...content: NodeJson[]): NodeJson => ({ type: 'tableRow', content })

/** `picture` are the bytes of a PNG. */
export function fullText(picture: Uint8Array): TextNodes {
  const asset = fingerprintOfBytes(picture)
  return {
    numbering: 'decimal',
    pictures: { [asset]: picture },
    blocks: [
      block('heading', 'Обращение', { id: 'title', level: 1 }),
      block('preamble', ['Учитывая ', marked('соглашение', 'italic'), ' и обычай,']),
      block('heading', 'Требования', { level: 2 }),
      block('operative', ['Открыть ', marked('шлюз', 'bold'), note('n1'), ';'], { id: 'a' }),
      block('operative', [marked('Ночью', 'underline'), ' — закрыть;'], { level: 1 }),
      block(
        'operative',
        ['Измерять H', marked('2', 'subscript'), 'O в м', marked('3', 'superscript')],
        {
          level: 2,
        },
      ),
      block('operative', ['Днём', lineBreak, 'проверять;'], { id: 'b', level: 1 }),
      block('operative', ['Сообщать ', marked('здесь', link('https://example.org/a?b=1&c=2'))], {
        start: 7,
      }),
      block('plain', ['Смотри пункт ', reference('b'), '.']),
      block('bullet', 'Точка'),
      block('bullet', 'Глубже', { level: 1 }),
      block('numbered', 'Раз'),
      block('numbered', 'Вложено', { level: 1 }),
      block('numbered', 'Два'),
      block('quotation', 'Вода едина.'),
      block('plain', ['Ак\u2011Сай, 5\u00a0км, пере\u00adнос, ', marked('зачёркнуто', 'strike')]),
      {
        type: 'table',
        attrs: { id: 'table' },
        content: [
          row(cell('Год', { header: true }), cell('Сток', { header: true, colspan: 2 })),
          row(cell('Весна', { rowspan: 2 }), cell('много'), cell('мутно')),
          row(cell('мало'), cell('чисто')),
        ],
      },
      {
        type: 'image',
        attrs: { id: 'pic', asset, alt: 'Канал зимой', width: 60, height: 40, review: null },
        content: [marked('Снимок канала')],
      },
      block(
        'plain',
        [
          'Мы ',
          marked('просим', suggested('insertion', 'i1')),
          marked('требуем', suggested('deletion', 'd1')),
          ' ',
          marked('воды', { type: 'comment', attrs: { thread: 'c1' } }),
          ' вовремя.',
        ],
        { id: 'last' },
      ),
    ],
    footnotes: {
      n1: [
        block('plain', [
          'По ',
          marked('замерам', 'italic'),
          ' весны',
          marked(' прошлой', suggested('insertion', 'i2')),
          '.',
        ]),
      ],
    },
    suggestions: {
      i1: about('Айгүл', 'просим'),
      i2: about('Фирӯз', 'прошлой'),
      d1: about('Айгүл', 'требуем'),
    },
    comments: {
      c1: {
        quotation: 'воды',
        block: 'last',
        resolved: false,
        replies: [about('Фирӯз', 'Сколько?'), about('Айгүл', 'Десять кубов')],
      },
    },
  }
}
