/** Styles of pasted HTML that mean something, as the elements that mean it; all other styling goes. */
import { each, fill, styleOf, unwrap } from './elements.ts'

const meanings: readonly { style: RegExp; element: string }[] = [
  { style: /(?:^|;)font-weight:(?:bold|[6-9]00)/, element: 'strong' },
  { style: /(?:^|;)font-style:(?:italic|oblique)/, element: 'em' },
  { style: /text-decoration(?:-line)?:[^;]*line-through/, element: 's' },
  { style: /text-decoration(?:-line)?:[^;]*underline/, element: 'u' },
  { style: /vertical-align:super/, element: 'sup' },
  { style: /vertical-align:sub(?!\w)/, element: 'sub' },
]

const inline = 'span, font, b, strong, i, em, u, s, a, sup, sub'

export function keepFormats(body: HTMLElement): void {
  unwrapFalse(body)
  for (const element of each(body, inline)) {
    const style = styleOf(element)
    for (const { style: meant, element: name } of meanings) {
      if (meant.test(style) && !(name === 'u' && element.closest('a'))) fill(element, name)
    }
  }
  // A link is underlined by itself, and a heading bold.
  const needless = each(
    body,
    'a u, :is(h1, h2, h3, h4, h5, h6) :is(b, strong), u:has(> a:only-child)',
  )
  for (const one of [...needless, ...each(body, 'span, font')]) unwrap(one)
}

/** Google Docs wraps all in a bold that is not. */
function unwrapFalse(body: HTMLElement) {
  const none = /(?:^|;)font-weight:(?:normal|400)/
  for (const bold of each(body, 'b, strong')) if (none.test(styleOf(bold))) unwrap(bold)
  for (const italic of each(body, 'i, em')) {
    if (/(?:^|;)font-style:normal/.test(styleOf(italic))) unwrap(italic)
  }
}
