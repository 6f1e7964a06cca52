/**
 * Makes what is written here say truly between which two it stands. Undoing can name neighbours that
 * do not stand side by side; copies that hear of it in another order would then show another text, so
 * the server takes no such thing.
 */
import * as Y from 'yjs'

const { integrate } = Y.Item.prototype

Y.Item.prototype.integrate = function (transaction, offset) {
  const isOwn = transaction.local && this.id.client === transaction.doc.clientID
  if (isOwn && this.parent instanceof Y.AbstractType) standBeside(this, this.parent)
  integrate.call(this, transaction, offset)
}

function standBeside(item: Y.Item, parent: Y.AbstractType<unknown>) {
  const { parentSub } = item
  if (parentSub !== null) {
    item.left = parent._map.get(parentSub) ?? null
    item.origin = item.left?.lastId ?? null
  }
  item.right = item.left ? item.left.right : rowOf(parent, parentSub)
  item.rightOrigin = item.right?.id ?? null
}

/** Under a key the new one stands last. */
const rowOf = (parent: Y.AbstractType<unknown>, key: string | null) =>
  key === null ? parent._start : null
