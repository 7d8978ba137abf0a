import type { CollectionsView } from '../views'
import { look } from './ask'
import { el, tag } from './dom'
import { keyed } from './keyed'
import { listing, type View } from './view'
import { count } from './words'

type Collection = CollectionsView[number]

const indexLine = ({ name, keys, unique, multikey }: Collection['indexes'][number]) =>
  el(
    'li',
    { class: 'row' },
    el('span', {}, name),
    el('code', {}, keys.map(({ path, direction }) => `${path}\u00a0${direction < 0 ? '↓' : '↑'}`).join('，')),
    ...(unique ? [tag('唯一')] : []),
    ...(multikey ? [tag('数组')] : []),
  )

const card = ({ name, documents, indexes }: Collection) =>
  el(
    'li',
    { class: 'card plain' },
    el(
      'h2',
      { class: 'row' },
      el('a', { href: `#data/${name}` }, name),
      el('span', { class: 'end note' }, `${count(documents)} 篇`),
    ),
    indexes.length > 0
      ? el('ul', { 'aria-label': `${name} 的索引` }, ...indexes.map(indexLine))
      : el('p', { class: 'note' }, '只有主键 _id'),
  )

export function collectionsView(): View {
  const { list, empty, tell } = listing('描述里没有集合。', { class: 'list grid' })
  const update = keyed<Collection>(list, ({ name }) => name, card)
  const refresh = async () => {
    const collections = await look<CollectionsView>('collections')
    update(collections)
    tell(collections.length)
  }
  return { root: el('section', { 'aria-label': '集合' }, list, empty), refresh, seldom: true }
}
