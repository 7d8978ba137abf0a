import { Readable } from 'node:stream'
import { Files } from '../../src/localcloud/files'
import { temporaryFolder } from './support/folder'

beforeEach(() =>
  jest.useFakeTimers({
    now: new Date('2026-03-01T00:00:00Z'),
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
  }),
)
afterEach(() => jest.useRealTimers())

const open = () =>
  new Files(
    temporaryFolder(),
    'env',
    () => 'http://here',
    () => Date.now(),
  )

const read = (files: Files, link: string) => {
  const url = new URL(link)
  return files.open('a.txt', Number(url.searchParams.get('t')), url.searchParams.get('sign') ?? '')
}

describe('a ticket to upload', () => {
  it('is good for a quarter of an hour', async () => {
    const files = open()
    const { authorization } = files.uploadTicket('a.txt')
    jest.setSystemTime(new Date('2026-03-01T00:14:59Z'))
    await files.receive('a.txt', authorization, Readable.from(['x']))
    expect(files.exists('a.txt')).toBe(true)
    jest.setSystemTime(new Date('2026-03-01T00:15:01Z'))
    await expect(files.receive('a.txt', authorization, Readable.from(['y']))).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it('leaves nothing of an upload that broke off', async () => {
    const files = open()
    const { authorization } = files.uploadTicket('a.txt')
    const broken = new Readable({ read: () => broken.destroy(new Error('gone')) })
    await expect(files.receive('a.txt', authorization, broken)).rejects.toThrow(/gone/)
    expect(files.exists('a.txt')).toBe(false)
  })
})

describe('a link', () => {
  it('is good until its time and not a second longer', async () => {
    const files = open()
    await files.receive('a.txt', files.uploadTicket('a.txt').authorization, Readable.from(['x']))
    const link = files.downloadUrl('a.txt', 60)
    jest.setSystemTime(new Date('2026-03-01T00:01:00Z'))
    expect(read(files, link)?.size).toBe(1)
    jest.setSystemTime(new Date('2026-03-01T00:01:01Z'))
    expect(() => read(files, link)).toThrow(/expired/)
  })

  it('of another cloud is not good here', async () => {
    const files = open()
    expect(() => read(files, open().downloadUrl('a.txt', 60))).toThrow(/not valid/)
  })
})
