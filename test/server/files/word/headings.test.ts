import { expect, test } from 'vitest'
import { paragraph, run, style, styled } from '#test/support/word-file.ts'
import { outline, read } from '#test/support/word-text.ts'

const outlineLevel = (level: number) => `<w:outlineLvl w:val="${level}"/>`
const based = (id: string, properties = '') =>
  `<w:basedOn w:val="${id}"/><w:pPr>${properties}</w:pPr>`

test('[DRAFT7] headings are known by the name of their style, in English and in Russian', () => {
  const styles = style('1', 'heading 1') + style('a2', 'Заголовок 2') + style('a3', 'Heading 5')
  const body = styled('1', 'Кайрылуу') + styled('a2', 'Мақсад') + styled('a3', 'Глубже')
  expect(outline(read({ body, styles }))).toEqual([
    'heading 1: Кайрылуу',
    'heading 2: Мақсад',
    'heading 3: Глубже',
  ])
})

test('[DRAFT7] headings are known by what their style is based on, and by its outline level', () => {
  const styles =
    style('h1', 'heading 1') +
    style('own', 'Заголовок отдела', based('h1')) +
    style('outlined', 'Раздел', `<w:pPr>${outlineLevel(1)}</w:pPr>`) +
    style('toc', 'TOC Heading', based('h1', outlineLevel(9)))
  const body =
    styled('own', 'Отдел') +
    styled('outlined', 'Раздел') +
    styled('toc', 'Не раздел') +
    paragraph('Сам по себе', outlineLevel(2)) +
    paragraph('Вовсе нет', `<w:pStyle w:val="h1"/>${outlineLevel(9)}`)
  expect(outline(read({ body, styles }))).toEqual([
    'heading 1: Отдел',
    'heading 2: Раздел',
    'Не раздел',
    'heading 3: Сам по себе',
    'Вовсе нет',
  ])
})

test('[DRAFT7] below a title the headings go one level deeper', () => {
  const title = styled('Title', 'Изҳорот')
  const headings = [1, 2, 3].map((level) => styled(`Heading${level}`, `Боби ${level}`)).join('')
  expect(outline(read({ body: title + headings }))).toEqual([
    'heading 1: Изҳорот',
    'heading 2: Боби 1',
    'heading 3: Боби 2',
    'heading 3: Боби 3',
  ])
  expect(outline(read({ body: title + styled('Heading2', 'Боб') }))).toEqual([
    'heading 1: Изҳорот',
    'heading 2: Боб',
  ])
})

test('[DRAFT7] a subtitle is no title, though its style is based on one', () => {
  const styles = style('Title', 'Title') + style('Subtitle', 'Subtitle', based('Title'))
  const body = styled('Title', 'Обращение') + styled('Subtitle', 'к двум парламентам')
  expect(outline(read({ body, styles }))).toEqual(['heading 1: Обращение', 'к двум парламентам'])
})

test('[DRAFT7] a heading that is bold throughout is not bold in our text, a bold paragraph is', () => {
  const bold = run('Биз тынчтыкты жактайбыз', '<w:b/>')
  const partly = `${run('Тынчтык ', '<w:b/>')}${run('керек')}`
  const body = styled('Heading1', bold) + styled('Heading1', partly) + styled('BodyText', bold)
  expect(outline(read({ body }))).toEqual([
    'heading 1: Биз тынчтыкты жактайбыз',
    'heading 1: {bold|Тынчтык }керек',
    '{bold|Биз тынчтыкты жактайбыз}',
  ])
})

test('[DRAFT7] quotations are known by their style', () => {
  const styles =
    style('a1', 'Intense Quote') + style('a2', 'Цитата') + style('a3', 'Моя', based('a2'))
  const body = ['a1', 'a2', 'a3', 'BlockText', 'Quotations', 'Quote', 'Normal']
    .map((id) => styled(id, id))
    .join('')
  expect(outline(read({ body, styles }))).toEqual([
    'quotation: a1',
    'quotation: a2',
    'quotation: a3',
    'quotation: BlockText',
    'quotation: Quotations',
    'quotation: Quote',
    'Normal',
  ])
})

test('[DRAFT7] styles based on each other in a circle do no harm', () => {
  const styles = style('x', 'Один', based('y')) + style('y', 'Два', based('x'))
  expect(outline(read({ body: styled('x', 'Мир'), styles }))).toEqual(['Мир'])
})
