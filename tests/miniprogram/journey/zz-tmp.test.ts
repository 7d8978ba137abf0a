import { sampleIdNumber } from '../../../src/demo/sample-id'
import { openHouseApart } from '../../support/house-apart'
import { newPhone } from './new-phone'
jest.setTimeout(60000)
test('x', async () => {
  const house = await openHouseApart()
  await house.ask('phoneCode', 'c', '13900000001')
  const call = (n: string, verb: string, input: unknown, k = 0) => house.ask('call', n, { verb, input, commandId: `abcdefghijklmnopqrst${verb}${k}` }, 'm1')
  console.log(await call('account', 'enterByWeChatPhone', { phoneCode: 'c', consent: { kind: 'privacy', version: '2026-11' } }))
  if (process.env.TWICE) { const w0 = await newPhone(house, 'nobody'); const e = await w0.open('pages/entry/index'); await e.waitForText('我是团干部'); w0.close() }
  const w = await newPhone(house, house.facts.operator.openid)
  const form = { arrivalKind: 'inProvince', name: '周予安', idType: 'residentCard', idNumber: sampleIdNumber('2007-05-17', '002'), joinedMonth: '2021-05', joinedUnit: '示例中学', memberNumber: '202100000001', politicalStatus: 'leagueMember', isBranchCadre: false, ethnicity: '01', education: 'bachelorInProgress', highestEducation: 'bachelorInProgress', householdPlace: { code: '440103', name: '广东省 广州市 荔湾区' }, occupation: 'student', unit: '示例大学', incomeBand: 'student' }
  console.log(await call('account', 'giveConsent', { kind: 'idData', version: '2026-11' }))
  console.log(await call('checkin', 'submit', { branch: { id: house.facts.branch._id, code: house.facts.code }, version: 0, values: form }))
  const b = await w.open('cadre/pages/workbench/index'); await b.waitForText('去办'); await b.tap('#tile-waiting'); const e = await w.arriveAt('cadre/pages/queue/index')
  try { await e.waitForText('周予安') } catch (x) { console.log(String(x), e.host.innerHTML.match(/.{300}custom-wrapper.{1500}/s)?.[0], w.paints.paints.slice(-8).map(p=>p.component+' '+p.paths.join().slice(0,300)).join('\n')) }
  w.close(); await house.close()
})
