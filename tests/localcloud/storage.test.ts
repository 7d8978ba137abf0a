import { createReadStream, readFileSync } from 'node:fs'
import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Sdk } from './support/sdk'

let cloud: TestCloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await startTestCloud()
  sdk = connect(cloud)
})
afterAll(() => cloud.close())

describe('a file of a function', () => {
  it('goes up and comes down, with a Chinese name', async () => {
    const { fileID } = await sdk.uploadFile({ cloudPath: '证明/中文 a+b%20?.txt', fileContent: Buffer.from('你好') })
    expect(fileID).toBe('cloud://local-env.6c6f-local-env-1300000000/证明/中文 a+b%20?.txt')
    expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('你好')
  })

  it('may be a stream', async () => {
    const { fileID } = await sdk.uploadFile({ cloudPath: 'stream.bin', fileContent: createReadStream(__filename) })
    expect((await sdk.downloadFile({ fileID })).fileContent.equals(readFileSync(__filename))).toBe(true)
  })

  it('may lie below the name of another', async () => {
    await sdk.uploadFile({ cloudPath: 'x', fileContent: Buffer.from('1') })
    const { fileID } = await sdk.uploadFile({ cloudPath: 'x/y', fileContent: Buffer.from('2') })
    expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('2')
  })

  it('is gone after it was deleted; one that is missing is told', async () => {
    const { fileID } = await sdk.uploadFile({ cloudPath: 'gone.txt', fileContent: Buffer.from('x') })
    expect((await sdk.deleteFile({ fileList: [fileID] })).fileList[0]?.status).toBe(0)
    expect((await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.status).toBe(-503003)
    expect((await sdk.deleteFile({ fileList: [fileID] })).fileList[0]?.status).toBe(-503003)
  })

  it.each(['../up.txt', '/root.txt', 'a//b.txt', 'a/./b.txt', 'a\\b.txt'])('cannot be named %s', async (cloudPath) => {
    await expect(sdk.uploadFile({ cloudPath, fileContent: Buffer.from('x') })).rejects.toThrow(/not a storage path/)
  })
})

describe('a link', () => {
  const linkTo = async (name: string, maxAge = 60) => {
    const { fileID } = await sdk.uploadFile({ cloudPath: name, fileContent: Buffer.from('<b>x</b>') })
    return (await sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? ''
  }

  it('gives the file with its type, and as nothing that could run', async () => {
    const reply = await fetch(await linkTo('page.html'))
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toMatch('text/html')
    expect(reply.headers.get('content-security-policy')).toMatch(/sandbox/)
  })

  it('is refused when it was altered', async () => {
    const link = new URL(await linkTo('a.txt'))
    const other = new URL(await linkTo('b.txt'))
    link.pathname = other.pathname
    expect((await fetch(link)).status).toBe(403)
    expect((await fetch(`${cloud.url}${other.pathname}`)).status).toBe(403)
  })

  it('is refused after its time', async () => {
    const link = new URL(await linkTo('c.txt', 3600))
    link.searchParams.set('t', String(Number(link.searchParams.get('t')) - 7200))
    expect((await fetch(link)).status).toBe(403)
    const short = await linkTo('d.txt', 1)
    const until = Number(new URL(short).searchParams.get('t'))
    expect(until - Date.now() / 1000).toBeLessThanOrEqual(1)
  })
})

describe('an upload from a page', () => {
  const ask = async (objectId: string) => {
    const reply = await fetch(`${cloud.url}/v1/storages/get-objects-upload-info`, {
      method: 'POST',
      body: JSON.stringify([{ objectId }]),
    })
    return { status: reply.status, body: (await reply.json()) as Record<string, string>[] }
  }

  it('gets a place, puts the bytes there, and the function reads them', async () => {
    const [ticket] = (await ask('photos/照片.jpg')).body
    expect(Object.keys(ticket ?? {}).sort()).toEqual([
      'authorization',
      'cloudObjectId',
      'cloudObjectMeta',
      'objectId',
      'token',
      'uploadUrl',
    ])
    const headers = {
      authorization: ticket?.authorization ?? '',
      'x-cos-security-token': ticket?.token ?? '',
      'x-cos-meta-fileid': ticket?.cloudObjectMeta ?? '',
    }
    expect((await fetch(ticket?.uploadUrl ?? '', { method: 'PUT', headers, body: 'bytes' })).status).toBe(200)
    expect((await sdk.downloadFile({ fileID: ticket?.cloudObjectId ?? '' })).fileContent.toString()).toBe('bytes')
  })

  it('is refused without its authorization, or to another name', async () => {
    const [ticket] = (await ask('one.jpg')).body
    const [other] = (await ask('two.jpg')).body
    expect((await fetch(ticket?.uploadUrl ?? '', { method: 'PUT', body: 'x' })).status).toBe(403)
    const headers = { authorization: other?.authorization ?? '' }
    expect((await fetch(ticket?.uploadUrl ?? '', { method: 'PUT', headers, body: 'x' })).status).toBe(403)
  })

  it('cannot leave the storage', async () => {
    expect((await ask('../../etc/passwd')).status).toBe(400)
  })
})
