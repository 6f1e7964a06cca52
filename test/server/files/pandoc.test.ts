/** Files that pandoc makes, where it is installed. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readFile } from '#server/files/read-file.ts'
import { pandocPath } from '../../support/system-programs.ts'
import { lossesOf, outline } from '../../support/word-text.ts'

const source = `---
title: Обращение о воде
---

# Раздел

Абзац с **жирным**, *курсивом*, ~~былым~~, H~2~O и м^3^, [ссылкой](https://example.org/a?b=1&c=2).[^1]

1. Первый
    1. Вложенный
        1. Глубже
    2. Второй
2. Третий

- точка
    - ниже

> Цитата.

| Год  | Сток |
|------|------|
| 2025 | 10   |

Слово\\ неразрывное и пере\u00adнос.\\
Новая строка.

[^1]: Замеры, *курсив* в сноске.
`

test.skipIf(!pandocPath).for(['docx', 'odt'] as const)(
  '[DRAFT7] a file by pandoc comes in whole: %s',
  { timeout: 60_000 },
  (format) => {
    const made = spawnSync(String(pandocPath), ['-f', 'markdown', '-t', format, '-o', '-'], {
      input: source,
      maxBuffer: 2 ** 24,
    })
    const text = readFile(new Uint8Array(made.stdout), format)
    expect(lossesOf(text)).toEqual({})
    expect(outline(text)).toEqual([
      'heading 1: Обращение о воде',
      'heading 2: Раздел',
      'Абзац с {bold|жирным}, {italic|курсивом}, {strike|былым}, H{subscript|2}O и м{superscript|3}, {link https://example.org/a?b=1&c=2|ссылкой}.[^Замеры, {italic|курсив} в сноске.]',
      'operative: Первый',
      'operative 1: Вложенный',
      'operative 2: Глубже',
      'operative 1: Второй',
      'operative: Третий',
      'bullet: точка',
      'bullet 1: ниже',
      'quotation: Цитата.',
      '|# Год |# Сток',
      '| 2025 | 10',
      'Слово\u00a0неразрывное и пере\u00adнос.⏎Новая строка.',
    ])
  },
)
