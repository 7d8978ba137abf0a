const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

const steps = {
  update: (within) => within.where({ kind: 'ledger' }).update({ data: { touched: true } }),
  remove: (within) => within.where({ kind: 'ledger' }).remove(),
  count: (within) => within.where({ kind: 'ledger' }).count(),
  aggregate: (within) => within.aggregate().match({ kind: 'ledger' }).count('rows').end(),
  doc: (within) => within.doc('account').update({ data: { touched: true } }),
}

exports.main = async ({ step, after }) => {
  const tx = await db.startTransaction()
  if (after) await tx.commit()
  const work = steps[step](after ? db.collection('plain') : tx.collection('plain'))
  const answer = await work.then(
    (value) => ({ value }),
    (thrown) => ({ refused: thrown.message }),
  )
  if (!after) await tx.rollback()
  return answer
}
