const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
let calls = 0

exports.main = async (event, context) => {
  const caller = cloud.getWXContext()
  calls++
  if (event.nested) return (await cloud.callFunction({ name: 'echo', data: { from: 'order' } })).result
  if (event.send)
    return cloud.openapi.subscribeMessage.send({
      touser: 'someone',
      templateId: 'T1',
      data: { thing1: { value: 'v' } },
    })
  if (event.boom) throw new Error('boom')
  if (event.wait) await new Promise((resolve) => setTimeout(resolve, event.wait))
  if (event.big) return 'x'.repeat(event.big)
  if (event.die) process.exit(1)
  if (event.nothing) return undefined
  const { _id } = await db
    .collection('orders')
    .add({ data: { owner: caller.OPENID, items: event.items ?? [], at: db.serverDate() } })
  const nested = event.tell && (await cloud.callFunction({ name: 'echo', data: {} })).result.caller
  return {
    _id,
    caller,
    later: event.tell && cloud.getWXContext(),
    nested,
    calls,
    userInfo: event.userInfo,
    trigger: event.TriggerName,
    name: context.function_name,
    extra: process.env.EXTRA,
  }
}
