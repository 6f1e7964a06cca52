/** A Word file that two people have been over: tracked changes, a comment with an answer, and what does not come over. */
import { list, listed, listFamily, paragraph, run, styled, wordFile } from './word-file.ts'

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-03-02T10:00:00Z"`
const inserted = (words: string, author: string) => `<w:ins ${by(author)}>${run(words)}</w:ins>`
const deleted = (words: string, author: string) =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const comment = (id: number, author: string, words: string) =>
  `<w:comment w:id="${id}" ${by(author).replace('w:id="1" ', '')}>${paragraph(words)}</w:comment>`

const body = [
  styled('Heading1', 'О воде'),
  paragraph(
    run('Мы, организации двух стран, обращаемся к ') +
      inserted('обоим правительствам', 'Айгүл Осмонова') +
      deleted('властям', 'Айгүл Осмонова') +
      run(' с просьбой открыть ') +
      '<w:commentRangeStart w:id="0"/>' +
      run('пешеходный переход') +
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
      run('.'),
  ),
  listed(1, 0, 'Открыть переход утром.'),
  listed(
    1,
    0,
    inserted('Отвечать на обращения в тридцать дней.', 'Фирӯз Раҳимов'),
    `<w:rPr><w:ins ${by('Фирӯз Раҳимов')}/></w:rPr>`,
  ),
  listed(1, 0, 'Не требовать лишних документов.'),
  paragraph(`${run('Подпись: ')}<w:r><w:drawing/></w:r>`),
].join('')

export const reviewWordFile = (): Uint8Array =>
  wordFile({
    body,
    numbering: listFamily(1, ['decimal', 'lowerLetter']) + list(1, 1),
    files: {
      'word/comments.xml': `<w:comments xmlns:w="${w}">${comment(0, 'Фирӯз Раҳимов', 'С какого часа?')}</w:comments>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="x/comments" Target="comments.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>`,
    },
  })
