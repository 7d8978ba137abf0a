import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
beforeAll(async () => {
  cloud = await startTestCloud()
  db = connect(cloud).database()
  await db.collection('plain').add({
    data: {
      _id: 'one',
      n: -7.5,
      whole: 12,
      text: '团支部abc',
      list: [3, 1, 2],
      pairs: [
        ['a', 1],
        ['b', 2],
      ],
      o: { x: 1, y: 2 },
      at: new Date('2024-02-29T16:30:45.678Z'),
      none: null,
      flag: true,
    },
  })
})
afterAll(() => cloud.close())

const valuesOf = async (expressions: Record<string, unknown>) => {
  const { list } = (await db
    .collection('plain')
    .aggregate()
    .project?.({ _id: 0, ...expressions })
    .end()) ?? { list: [] }
  return list[0]
}

/** Every operator of the SDK's own list, but `meta`, which needs a text index. */
const table = (): [string, unknown, unknown][] => {
  const $ = db.command.aggregate
  return [
    ['abs', $.abs('$n'), 7.5],
    ['add', $.add(['$whole', 1]), 13],
    ['ceil', $.ceil('$n'), -7],
    ['divide', $.divide(['$whole', 8]), 1.5],
    ['exp', $.exp(0), 1],
    ['floor', $.floor('$n'), -8],
    ['ln', $.ln(1), 0],
    ['log', $.log([8, 2]), 3],
    ['log10', $.log10(1000), 3],
    ['mod', $.mod(['$whole', 5]), 2],
    ['multiply', $.multiply(['$whole', 2]), 24],
    ['pow', $.pow(['$whole', 2]), 144],
    ['sqrt', $.sqrt(144), 12],
    ['subtract', $.subtract(['$whole', 2]), 10],
    ['subtract of dates', $.subtract(['$at', new Date('2024-02-29T16:30:44.678Z')]), 1000],
    ['trunc', $.trunc('$n'), -7],
    ['arrayElemAt', $.arrayElemAt(['$list', -1]), 2],
    ['arrayToObject', $.arrayToObject('$pairs'), { a: 1, b: 2 }],
    ['concatArrays', $.concatArrays(['$list', [9]]), [3, 1, 2, 9]],
    ['filter', $.filter({ input: '$list', as: 'each', cond: $.gte(['$$each', 2]) }), [3, 2]],
    ['in', $.in([2, '$list']), true],
    ['indexOfArray', $.indexOfArray(['$list', 2]), 2],
    ['indexOfArray beyond', $.indexOfArray(['$list', 3, 1]), -1],
    ['isArray', $.isArray('$list'), true],
    ['map', $.map({ input: '$list', as: 'each', in: $.add(['$$each', 1]) }), [4, 2, 3]],
    ['range', $.range([0, 6, 2]), [0, 2, 4]],
    ['reduce', $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
    ['reverseArray', $.reverseArray('$list'), [2, 1, 3]],
    ['size', $.size('$list'), 3],
    ['slice', $.slice(['$list', 2]), [3, 1]],
    ['slice from the end', $.slice(['$list', -2]), [1, 2]],
    [
      'zip',
      $.zip({ inputs: ['$list', ['a', 'b']] }),
      [
        [3, 'a'],
        [1, 'b'],
      ],
    ],
    ['and', $.and(['$flag', '$whole']), true],
    ['not', $.not(['$flag']), false],
    ['or', $.or(['$none', '$flag']), true],
    ['cmp', $.cmp(['$whole', 20]), -1],
    ['eq', $.eq(['$list', 3]), false],
    ['eq of a missing field and null', $.eq(['$missing', null]), false],
    ['gt across kinds', $.gt(['$text', '$whole']), true],
    ['gte', $.gte(['$whole', 12]), true],
    ['lt of a missing field', $.lt(['$missing', '$whole']), true],
    ['lte', $.lte(['$whole', 11]), false],
    ['neq', $.neq(['$whole', 12]), false],
    ['cond', $.cond({ if: '$flag', then: 'yes', else: 'no' }), 'yes'],
    ['ifNull', $.ifNull(['$none', 'nothing']), 'nothing'],
    ['switch', $.switch({ branches: [{ case: $.gt(['$whole', 10]), then: 'many' }], default: 'few' }), 'many'],
    ['dateFromParts', $.dateFromParts({ year: 2024, month: 3, day: 1 }), new Date('2024-03-01T00:00:00.000Z')],
    ['dateFromString', $.dateFromString({ dateString: '2024-03-01T08:00:00Z' }), new Date('2024-03-01T08:00:00Z')],
    ['dayOfMonth', $.dayOfMonth('$at'), 29],
    ['dayOfMonth in China', $.dayOfMonth({ date: '$at', timezone: 'Asia/Shanghai' }), 1],
    ['dayOfWeek', $.dayOfWeek('$at'), 5],
    ['dayOfYear', $.dayOfYear('$at'), 60],
    ['isoDayOfWeek', $.isoDayOfWeek('$at'), 4],
    ['isoWeek', $.isoWeek('$at'), 9],
    ['isoWeekYear', $.isoWeekYear('$at'), 2024],
    ['isoWeekYear of a first of January', $.isoWeekYear(new Date('2023-01-01T00:00:00Z')), 2022],
    ['week before the first Sunday', $.week(new Date('2024-01-06T00:00:00Z')), 0],
    ['millisecond', $.millisecond('$at'), 678],
    ['minute', $.minute('$at'), 30],
    ['month', $.month('$at'), 2],
    ['second', $.second('$at'), 45],
    ['hour', $.hour('$at'), 16],
    ['week', $.week('$at'), 8],
    ['year', $.year('$at'), 2024],
    ['dateToString', $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: '+08:00' }), '2024-03-01 00:30'],
    ['literal', $.literal('$whole'), '$whole'],
    ['mergeObjects', $.mergeObjects(['$o', { y: 3 }]), { x: 1, y: 3 }],
    [
      'objectToArray',
      $.objectToArray('$o'),
      [
        { k: 'x', v: 1 },
        { k: 'y', v: 2 },
      ],
    ],
    ['allElementsTrue', $.allElementsTrue(['$list']), true],
    ['anyElementTrue', $.anyElementTrue([[0, null]]), false],
    ['setDifference', $.setDifference(['$list', [1]]), [3, 2]],
    ['setEquals', $.setEquals(['$list', [1, 2, 3]]), true],
    ['setIntersection', $.setIntersection(['$list', [1]]), [1]],
    ['setIsSubset', $.setIsSubset([[1, 2], '$list']), true],
    ['setUnion', $.size($.setUnion(['$list', [1, 9]])), 4],
    ['concat', $.concat(['$text', '!']), '团支部abc!'],
    ['indexOfBytes', $.indexOfBytes(['$text', 'a']), 9],
    ['indexOfCP', $.indexOfCP(['$text', 'a']), 3],
    ['split', $.split(['a-b', '-']), ['a', 'b']],
    ['strLenBytes', $.strLenBytes('$text'), 12],
    ['strLenCP', $.strLenCP('$text'), 6],
    ['strcasecmp', $.strcasecmp(['ABC', 'abc']), 0],
    ['substr', $.substr(['$text', 0, 3]), '团'],
    ['substrBytes to the end', $.substrBytes(['$text', 9, 99]), 'abc'],
    ['substrCP', $.substrCP(['$text', 1, 2]), '支部'],
    ['toLower', $.toLower('ABC'), 'abc'],
    ['toUpper', $.toUpper('$text'), '团支部ABC'],
    ['avg of a list', $.avg('$list'), 2],
    ['max of a list', $.max('$list'), 3],
    ['min of a list', $.min('$list'), 1],
    ['sum of a list', $.sum('$list'), 6],
    ['stdDevPop of a list', $.stdDevPop([2, 4]), 1],
    ['stdDevSamp of one', $.stdDevSamp([2]), null],
    ['let', $.let({ vars: { twice: $.multiply(['$whole', 2]) }, in: $.add(['$$twice', 1]) }), 25],
  ]
}

describe('an expression', () => {
  it('gives what MongoDB would', async () => {
    const rows = table()
    const values = (await valuesOf(Object.fromEntries(rows.map(([, expression], i) => [`f${i}`, expression])))) ?? {}
    expect(rows.map(([name], i) => [name, values[`f${i}`]])).toEqual(rows.map(([name, , expected]) => [name, expected]))
  })

  it('is there for every operator of the SDK but meta, which is refused', async () => {
    const $ = db.command.aggregate as Record<string, (operand: unknown) => unknown>
    const grouped = ['addToSet', 'first', 'last', 'push']
    const tested = new Set(table().map(([name]) => name.split(' ')[0]))
    const missing = Object.keys($).filter((name) => name !== 'pipeline' && !tested.has(name) && !grouped.includes(name))
    expect(missing).toEqual(['meta'])
    await expect(valuesOf({ score: $.meta?.('textScore') })).rejects.toThrow(/text index/)
  })
})

describe('a group', () => {
  it('accumulates as MongoDB would', async () => {
    const $ = db.command.aggregate
    await db.collection('things').add({
      data: [
        { group: 'a', n: 1, tag: 'x' },
        { group: 'a', n: 3, tag: 'x' },
        { group: 'b', n: 5 },
      ],
    })
    const fields = {
      all: $.push('$n'),
      tags: $.addToSet('$tag'),
      first: $.first('$n'),
      last: $.last('$tag'),
      sum: $.sum('$n'),
      rows: $.sum(1),
      avg: $.avg('$n'),
      max: $.max('$n'),
      min: $.min('$tag'),
      population: $.stdDevPop('$n'),
      sample: $.stdDevSamp('$n'),
      merged: $.mergeObjects({ tag: '$tag' }),
    }
    const { list } = (await db
      .collection('things')
      .aggregate()
      .sort?.({ n: 1 })
      .group?.({ _id: '$group', ...fields })
      .sort?.({ _id: 1 })
      .end()) ?? { list: [] }
    expect(list).toEqual([
      {
        _id: 'a', all: [1, 3], tags: ['x'], first: 1, last: 'x', sum: 4, rows: 2, avg: 2, max: 3, min: 'x',
        population: 1, sample: Math.SQRT2, merged: { tag: 'x' },
      },
      {
        _id: 'b', all: [5], tags: [], first: 5, last: null, sum: 5, rows: 1, avg: 5, max: 5, min: null,
        population: 0, sample: null, merged: {},
      },
    ]) // prettier-ignore
  })
})
