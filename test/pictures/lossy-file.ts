/** A Word file much of which does not come over, to see how people are told. */
import { field, paragraph, run, styled, wordFile } from '../support/word-file.ts'

export const lossyWordFile = (): Uint8Array =>
  wordFile({
    body: [
      styled('Heading1', 'О воде'),
      paragraph(run('Мы, организации двух стран, обращаемся к правительствам.')),
      paragraph(`${run('Расход воды: ')}<m:oMath><m:r><m:t>Q = v · S</m:t></m:r></m:oMath>`),
      paragraph(run('Скрытая пометка', '<w:vanish/>') + run('Просим открыть шлюзы весной.')),
      paragraph(field('PAGE', run('3'))),
      paragraph(
        `<w:hyperlink r:id="bad">${run('запись разговора')}</w:hyperlink>${run(' прилагается.')}`,
      ),
      paragraph(`${run('Снимок: ')}<w:r><w:drawing/></w:r>`),
      paragraph(`${run('Схема: ')}<w:r><w:drawing/></w:r>`),
    ].join(''),
    header: paragraph('Черновик для служебного пользования'),
    links: { bad: 'javascript:alert(1)' },
  })
