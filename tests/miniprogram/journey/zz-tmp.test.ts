import { sampleIdNumber } from '../../../src/demo/sample-id'
import { openHouseApart } from '../../support/house-apart'
import { newPhone } from './new-phone'
jest.setTimeout(60000)
test('x', async () => {
  const house = await openHouseApart()
  await house.ask('phoneCode', 'c', '13900000001')
  const call = (n: string, verb: string, input: unknown, k = 0) => house.ask('call', n, { verb, input, commandId: `abcdefghijklmnopqrst${verb}${k}` }, 'm1')
  await call('account', 'enterByWeChatPhone', { phoneCode: 'c', consent: { kind: 'privacy', version: '2026-11' } })
  const w = await newPhone(house, house.facts.operator.openid)
  const form = { arrivalKind: 'inProvince', name: '周予安', idType: 'residentCard', idNumber: sampleIdNumber('2007-05-17', '002'), joinedMonth: '2021-05', joinedUnit: '示例中学', memberNumber: '202100000001', politicalStatus: 'leagueMember', isBranchCadre: false, ethnicity: '01', education: 'bachelorInProgress', highestEducation: 'bachelorInProgress', householdPlace: { code: '440103', name: '广东省 广州市 荔湾区' }, occupation: 'student', unit: '示例大学', incomeBand: 'student' }
  await call('account', 'giveConsent', { kind: 'idData', version: '2026-11' })
  await call('checkin', 'submit', { branch: { id: house.facts.branch._id, code: house.facts.code }, version: 0, values: form })
  const b = await w.open('cadre/pages/workbench/index'); await b.waitForText('资料审核'); await new Promise(r => setTimeout(r, Number(process.env.WAIT ?? 0))); w.paints.clear(); await b.tap('#tile-waiting'); const e = await w.arriveAt('cadre/pages/queue/index')
  try { await e.waitForText('周予安'); console.log('GOOD') } catch (x) { console.log(String(x), e.host.innerHTML.includes('custom-wrapper'), e.host.innerHTML.match(/page--page-body.*page-foot/s)?.[0], JSON.stringify((e.instance as any).data.root).match(/.{400}cw.{900}/)?.[0], JSON.stringify((e.instance as any).data.root).slice(-2500), w.paints.paints.map(p=>p.component+' '+p.bytes+' '+p.paths.join().slice(0,300)).join('\n')) }
  w.close(); await house.close()
})
