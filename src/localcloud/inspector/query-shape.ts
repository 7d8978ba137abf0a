const MOST = 400
const MOST_PARTS = 6

const WRAPPED: Record<string, string> = {
  $numberInt: '数字',
  $numberLong: '数字',
  $numberDouble: '数字',
  $date: '时间',
  $tcb_server_date: '时间',
  $regularExpression: '正则',
}
const KINDS: Record<string, string> = { string: '文本', number: '数字', boolean: '真假' }

const isDirection = (value: unknown) => JSON.stringify(value)?.includes('-1')

/** `literal`: a text that starts with a dollar is a value here, and no path. */
const shapeOf = (value: unknown, literal: boolean): string => {
  if (value === null || value === undefined) return '空'
  if (typeof value === 'string') return !literal && /^\$\$?[A-Za-z_][\w.]*$/.test(value) ? value : '文本'
  if (Array.isArray(value)) return listShape(value, literal)
  if (typeof value !== 'object') return KINDS[typeof value] ?? '值'
  const entries = Object.entries(value)
  const [first] = entries
  const wrapped = entries.length === 1 ? WRAPPED[first?.[0] ?? ''] : undefined
  if (wrapped) return wrapped
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, each]) => `${key}: ${key === '$sort' ? orderShape(each) : shapeOf(each, literal || key === '$match')}`).join(', ')} }`
}

const listShape = (list: unknown[], literal: boolean): string => {
  const shapes = list.map((each) => shapeOf(each, literal))
  if (shapes.length > 1 && new Set(shapes).size === 1) return `[${shapes[0]} × ${shapes.length}]`
  const more = shapes.length > MOST_PARTS ? [`另 ${shapes.length - MOST_PARTS} 项`] : []
  return `[${[...shapes.slice(0, MOST_PARTS), ...more].join(', ')}]`
}

const orderShape = (order: unknown): string =>
  Object.entries(typeof order === 'object' && order !== null ? order : {})
    .map(([path, direction]) => `${path} ${isDirection(direction) ? '↓' : '↑'}`)
    .join(', ')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const short = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)

/** What a query asks for, without a single value: which fields, which operators, which kinds. */
export const queryShape = (query: string | undefined): string => {
  if (query === undefined) return '{}'
  const value = parsed(query)
  return value === undefined ? '（读不懂的查询）' : short(shapeOf(value, !Array.isArray(value)))
}

/** The keys of an order and their directions. */
export const sortShape = (order: string | undefined): string =>
  order === undefined ? '' : short(orderShape(parsed(order)))
