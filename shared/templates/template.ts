/** Texts to begin with: a skeleton for each kind of statement, and a finished example, in the four languages. */
import type { Language } from '../language/languages.ts'
import type { StatementKind } from '../statements.ts'
import type { BlockKind } from '../text/blocks.ts'

/** What a new statement can begin with: `template` is the one of its kind. */
export const beginnings = ['empty', 'template', 'example'] as const
export type Beginning = (typeof beginnings)[number]

export type TemplateName = StatementKind | 'example'

/** Each line is a block: `#` a title, `##` a heading, `~` preamble, `1` a clause, `a` a sub-clause, `-` an item, `>` a quotation. */
export type Templates = Record<TemplateName, string>

export type TemplateBlock = { kind: BlockKind; level: number; words: string }

const loaders: Record<Language, () => Promise<{ templates: Templates }>> = {
  en: () => import('./en.ts'),
  ky: () => import('./ky.ts'),
  ru: () => import('./ru.ts'),
  tg: () => import('./tg.ts'),
}

export async function loadTemplate(
  language: Language,
  name: TemplateName,
): Promise<TemplateBlock[]> {
  const { templates } = await loaders[language]()
  return blocksOf(templates[name])
}

/** What stands below the title when a statement of this kind begins so. */
export async function blocksToBegin(
  beginning: Beginning,
  kind: StatementKind,
  language: Language,
): Promise<TemplateBlock[]> {
  if (beginning === 'empty') return []
  const blocks = await loadTemplate(language, beginning === 'template' ? kind : beginning)
  return blocks.filter((block) => !(block.kind === 'heading' && block.level === 1))
}

const signs: Record<string, { kind: BlockKind; level: number }> = {
  '#': { kind: 'heading', level: 1 },
  '##': { kind: 'heading', level: 2 },
  '~': { kind: 'preamble', level: 0 },
  '1': { kind: 'operative', level: 0 },
  a: { kind: 'operative', level: 1 },
  '-': { kind: 'bullet', level: 0 },
  '>': { kind: 'quotation', level: 0 },
}

function blocksOf(template: string): TemplateBlock[] {
  return template
    .trim()
    .split('\n')
    .map((line) => {
      const [, sign = '', words = ''] = line.trim().match(/^(##?|[~1a>-]) (.+)$/u) ?? []
      const block = signs[sign]
      return block ? { ...block, words } : { kind: 'plain' as const, level: 0, words: line.trim() }
    })
}
