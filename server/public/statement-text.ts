/** A statement's text as the public pages show it. */
import type { Block, CanonicalText, Run, TextBlock } from '#shared/text/canonical.ts'
import { isTextBlock, isTitle, plainText } from '#shared/text/canonical.ts'
import { type HtmlOptions, textToHtml, titleToHtml } from '#shared/text/html.ts'
import { safeAddress } from '#shared/text/links.ts'
import { html, Markup } from './html.ts'
import { wordsOf } from './words.ts'

type PictureAddress = (asset: string) => string

/** The text without its title; `pictureAddress` says where a picture is, by the SHA-256 of its bytes. */
export const textMarkup = (text: CanonicalText, pictureAddress: PictureAddress): Markup =>
  html`<article class="statement" lang="${text.language}">
${new Markup(textToHtml(withSafeLinks(text), optionsFor(text, pictureAddress)))}</article>
`

/** The title as a heading, with its notes; cross-references can lead to it as to any block. */
export function titleMarkup(text: CanonicalText, pictureAddress: PictureAddress): Markup {
  const block = text.blocks.find(isTitle)
  const anchor = block ? html` id="p-${block.id}"` : null
  const words = new Markup(titleToHtml(withSafeLinks(text), optionsFor(text, pictureAddress)))
  return html`<h1 class="statement-title" lang="${text.language}"${anchor}>${words}</h1>\n`
}

function optionsFor({ language }: CanonicalText, assetAddress: PictureAddress): HtmlOptions {
  const say = wordsOf(language)
  return {
    words: {
      lostReference: say('lost-reference'),
      footnotes: say('footnotes'),
      backToText: say('back-to-text'),
    },
    assetAddress,
  }
}

/** The first words of the text, at most about `most` characters, cut between words. */
export function firstWords({ blocks }: CanonicalText, most = 160): string {
  const words = blocks
    .filter(isTextBlock)
    .filter((block) => !isTitle(block))
    .map(({ runs }) => plainText(runs))
    .join(' ')
    .replace(/\s+/g, ' ')
  if (words.length <= most) return words
  return `${words.slice(0, words.lastIndexOf(' ', most) + 1 || most).trimEnd()}…`
}

/** Freezing lets only safe links through; what is public for good checks once more. */
function withSafeLinks(text: CanonicalText): CanonicalText {
  return {
    ...text,
    blocks: text.blocks.map(safeBlock),
    footnotes: text.footnotes.map((note) => ({ ...note, blocks: note.blocks.map(safeTextBlock) })),
  }
}

function safeBlock(block: Block): Block {
  if (isTextBlock(block)) return safeTextBlock(block)
  if (block.kind === 'image') return { ...block, caption: block.caption.map(safeRun) }
  return {
    ...block,
    rows: block.rows.map((row) =>
      row.map((cell) => ({ ...cell, blocks: cell.blocks.map(safeTextBlock) })),
    ),
  }
}

const safeTextBlock = (block: TextBlock): TextBlock => ({ ...block, runs: block.runs.map(safeRun) })

function safeRun(run: Run): Run {
  if (!('text' in run) || run.link === undefined || safeAddress(run.link)) return run
  const { link: _unsafe, ...rest } = run
  return rest
}
