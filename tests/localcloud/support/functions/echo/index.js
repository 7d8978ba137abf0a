const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  if (event.send)
    return cloud.openapi.subscribeMessage.send({
      touser: 'someone',
      templateId: 'T1',
      data: { thing1: { value: 'v' } },
    })
  if (event.time) {
    const date = new Date()
    const waited = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 5))
    return {
      now: Date.now(),
      date: date.getTime(),
      text: Date.parse(Date()),
      given: new Date(0).getTime(),
      isDate: date instanceof Date && date.constructor === Date && new (class extends Date {})() instanceof Date,
      waited: performance.now() - waited,
    }
  }
  return { event, caller: cloud.getWXContext() }
}
