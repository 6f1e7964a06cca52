/** How a table is drawn while it is written: it scrolls within itself, and its columns have borders to drag. */
import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { setWidths, shiftedWidths, tableWidths } from './column-widths.ts'

export function tableView(
  node: Node,
  view: EditorView,
  getPos: () => number | undefined,
): NodeView {
  const dom = document.createElement('div')
  const table = document.createElement('table')
  const columns = document.createElement('colgroup')
  const body = document.createElement('tbody')
  const grips = document.createElement('div')
  dom.className = 'table'
  grips.className = 'grips'
  grips.contentEditable = 'false'
  table.append(columns, body)
  dom.append(table, grips)
  let shown = node

  function draw(widths: readonly number[] | null) {
    table.classList.toggle('sized', widths !== null)
    columns.replaceChildren(
      ...(widths ?? []).map((width) => {
        const column = document.createElement('col')
        if (width > 0) column.style.width = `${width}%`
        return column
      }),
    )
  }

  /** Where each cell ends, from the corner of the table. */
  function edges() {
    const corner = table.getBoundingClientRect()
    return [...table.rows].flatMap(({ cells }) =>
      [...cells].map((cell) => {
        const { right, top, height } = cell.getBoundingClientRect()
        return { end: Math.round(right - corner.left), top: top - corner.top, height }
      }),
    )
  }

  /** Where each column ends now. */
  const borders = (all = edges()): number[] =>
    [...new Set(all.map(({ end }) => end))]
      .sort((a, b) => a - b)
      .filter((end, at, ends) => end - (ends[at - 1] ?? -9) > 3)

  function placeGrips() {
    const all = edges()
    const ends = borders(all)
    const missing = Math.max(ends.length - 1, 0) - grips.childElementCount
    for (let more = 0; more < missing; more++) grips.append(newGrip())
    for (let less = missing; less < 0; less++) grips.lastElementChild?.remove()
    for (const [at, grip] of ([...grips.children] as HTMLElement[]).entries()) {
      const own = ends[at] ?? 0
      grip.style.insetInlineStart = `${own}px`
      // Not where cells that are merged pass over the border.
      grip.replaceChildren(
        ...all
          .filter(({ end }) => Math.abs(end - own) <= 3)
          .map(({ top, height }) => {
            const part = document.createElement('i')
            part.style.cssText = `top:${top}px;height:${height}px`
            return part
          }),
      )
    }
  }

  function newGrip(): HTMLElement {
    const grip = document.createElement('div')
    grip.className = 'grip'
    grip.addEventListener('pointerdown', (event) => drag(event, grip))
    return grip
  }

  function drag(event: PointerEvent, grip: HTMLElement) {
    if (!view.editable || event.button !== 0) return
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    const column = [...grips.children].indexOf(grip)
    const ends = borders()
    const whole = ends.at(-1) ?? 1
    const before = ends.map((end, at) => ((end - (ends[at - 1] ?? 0)) / whole) * 100)
    let widths: number[] | null = null
    const move = ({ clientX }: PointerEvent) => {
      widths = shiftedWidths(before, column, ((clientX - event.clientX) / whole) * 100)
      draw(widths)
      placeGrips()
    }
    const end = ({ type }: PointerEvent) => {
      grip.removeEventListener('pointermove', move)
      grip.removeEventListener('pointerup', end)
      grip.removeEventListener('pointercancel', end)
      const pos = getPos()
      if (type === 'pointerup' && widths && pos !== undefined && view.editable) {
        view.dispatch(setWidths(view.state.tr, pos, shown, widths))
      } else draw(tableWidths(shown))
    }
    grip.addEventListener('pointermove', move)
    grip.addEventListener('pointerup', end)
    grip.addEventListener('pointercancel', end)
  }

  const resized = new ResizeObserver(placeGrips)
  resized.observe(table)
  draw(tableWidths(node))

  return {
    dom,
    contentDOM: body,
    update(next) {
      if (next.type !== shown.type) return false
      shown = next
      draw(tableWidths(next))
      requestAnimationFrame(placeGrips)
      return true
    },
    stopEvent: ({ target }) => grips.contains(target as HTMLElement),
    ignoreMutation: (record: ViewMutationRecord) =>
      record.type !== 'selection' && !body.contains(record.target),
    destroy: () => resized.disconnect(),
  }
}
