import { byId, copyButton, el } from './dom'

type Sent = { id: string; at: number; channel: 'sms' | 'wechat'; to: string; data: unknown }

const EVERY = 2000
const SHOWN = 4
const CHANNELS = { sms: '短信', wechat: '微信消息' } as const

const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const phoneOf = (to: string) => to.replace(/^\+86/, '')

/** The texts of a message: parameters of an SMS, fields of a WeChat message. */
const textsOf = (data: unknown): string[] =>
  Object.values(typeof data === 'object' && data !== null ? data : {}).map((value: unknown) =>
    String(typeof value === 'object' && value !== null && 'value' in value ? value.value : value),
  )

function large({ at, to, data }: Sent): HTMLElement {
  const [code = ''] = textsOf(data)
  return el(
    'div',
    { class: 'sms' },
    el('strong', { id: 'sms-code' }, code),
    copyButton('验证码', () => code),
    el('span', { class: 'note' }, `发给 ${phoneOf(to)}，${timeOf(at)}`),
  )
}

const line = ({ at, channel, to, data }: Sent) =>
  el(
    'li',
    {},
    el('span', {}, CHANNELS[channel]),
    el('span', {}, channel === 'sms' ? phoneOf(to) : textsOf(data).join('，')),
    el('time', {}, timeOf(at)),
  )

function show(entries: readonly Sent[]): void {
  const sms = entries.find(({ channel }) => channel === 'sms')
  const rest = entries.filter((entry) => entry !== sms).slice(0, SHOWN)
  byId('sent').replaceChildren(
    ...(sms ? [large(sms)] : [el('p', { class: 'note' }, '还没有。要短信验证码时，验证码会出现在这里。')]),
    ...(rest.length > 0 ? [el('ul', { class: 'sent' }, ...rest.map(line))] : []),
  )
}

/** What the cloud would have sent, so that nobody has to leave the page for a code. */
export function watchSent(): void {
  let last = ''
  const look = async () => {
    const text = await fetch('/outbox.json').then(
      (answer) => answer.text(),
      () => last,
    )
    if (text === last) return
    last = text
    show(JSON.parse(text) as Sent[]) // the outbox of the local cloud
  }
  show([])
  void look()
  setInterval(() => void (document.hidden || look()), EVERY)
}
