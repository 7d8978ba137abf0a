const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  if (event.send)
    return cloud.openapi.subscribeMessage.send({
      touser: 'someone',
      templateId: 'T1',
      data: { thing1: { value: 'v' } },
    })
  return { event, caller: cloud.getWXContext() }
}
