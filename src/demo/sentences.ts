const PORT = 7300

/** Something that whoever started the demo can mend; the message is the sentence to show. */
export class Mendable extends Error {}

/** The port that was asked for, or the usual one. */
export function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Mendable(`PORT=${text} 不是端口号，请用 0 到 65535 之间的整数，0 是任意一个空闲的。`)
}

const messageOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))
const codeOf = (fault: unknown) => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

/** One sentence about why the start failed and what to do. */
export function sentenceOf(fault: unknown): string {
  const message = messageOf(fault)
  if (fault instanceof Mendable) return message
  if (codeOf(fault) === 'EADDRINUSE')
    return `端口被占用，请关掉占用它的程序，或换一个：PORT=7301 npm start。（${message}）`
  if (message.includes('in use by another local cloud')) return '这份数据正被另一个 npm start 使用，请先结束那一个。'
  if (/^The data folder .* cannot be/.test(message))
    return `数据读不出来。有备份就用 npm run restore 恢复；没有的话，可以重新来过：npm start -- --reset。（${message}）`
  return `没能启动：${message}`
}
