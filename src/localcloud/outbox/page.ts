/** The outbox as a page: self-contained, refreshes itself, reads `/outbox.json`. */
export const outboxPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>发件箱</title>
<style>
:root { color-scheme: light dark; --paper: #f6f7f9; --card: #fff; --ink: #1d2129; --soft: #68707d; --line: #e3e6eb; --tint: #2f6fde }
@media (prefers-color-scheme: dark) { :root { --paper: #14161a; --card: #1d2025; --ink: #e8eaee; --soft: #9aa2ae; --line: #30343b; --tint: #7aa7ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
main { max-width: 760px; margin: 0 auto; padding: 24px 16px 64px }
header { display: flex; align-items: baseline; gap: 12px; margin-bottom: 16px }
h1 { font-size: 22px; margin: 0; flex: 1 }
p.hint { color: var(--soft); margin: 0 0 20px }
button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 4px 14px; cursor: pointer }
button:focus-visible { outline: 2px solid var(--tint); outline-offset: 2px }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px }
li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px }
.top { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline }
.channel { color: var(--tint); font-weight: 600 }
.to { font-weight: 600; word-break: break-all }
time { color: var(--soft); margin-left: auto; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 8px 0 0 }
dt { color: var(--soft) } dd { margin: 0; word-break: break-word; white-space: pre-wrap }
.empty { text-align: center; color: var(--soft); padding: 64px 0 }
</style>
</head>
<body>
<main>
<header><h1>发件箱</h1><button id="clear" type="button">清空</button></header>
<p class="hint">这里是本机环境发出的短信和微信消息，它们都没有真正发出。页面每两秒更新一次。</p>
<ul id="list" aria-live="polite"></ul>
<div id="empty" class="empty" hidden>还没有发出任何消息</div>
</main>
<script>
const CHANNELS = { sms: '短信', wechat: '微信消息' }
const element = (name, text, className) => {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  if (className) made.className = className
  return made
}
const rowsOf = (entry) => {
  const rows = [['模板', entry.template]]
  if (entry.sign) rows.push(['签名', entry.sign])
  if (entry.page) rows.push(['页面', entry.page])
  const data = entry.data || {}
  for (const key of Object.keys(data)) {
    const value = data[key]
    const shown = value && typeof value === 'object' && 'value' in value ? value.value : value
    rows.push([Array.isArray(data) ? '参数 ' + (Number(key) + 1) : key, String(shown)])
  }
  return rows
}
const show = (entry) => {
  const item = element('li')
  const top = element('div', undefined, 'top')
  top.append(element('span', CHANNELS[entry.channel] || entry.channel, 'channel'), element('span', entry.to, 'to'))
  const time = element('time', new Date(entry.at).toLocaleString('zh-CN', { hour12: false }))
  time.dateTime = new Date(entry.at).toISOString()
  top.append(time)
  const list = element('dl')
  for (const [name, value] of rowsOf(entry)) list.append(element('dt', name), element('dd', value))
  item.append(top, list)
  return item
}
let shown = null
const refresh = async () => {
  try {
    const text = await (await fetch('/outbox.json')).text()
    if (text === shown) return
    shown = text
    const entries = JSON.parse(text)
    document.getElementById('list').replaceChildren(...entries.map(show))
    document.getElementById('empty').hidden = entries.length > 0
  } catch {}
}
document.getElementById('clear').onclick = async () => {
  await fetch('/outbox.json', { method: 'DELETE' })
  await refresh()
}
refresh()
setInterval(refresh, 2000)
</script>
</body>
</html>
`
