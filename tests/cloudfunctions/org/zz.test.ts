import { openStage } from '../../support/stage'
test('t', async () => {
  const stage = await openStage()
  const { openapi } = await import('../../../cloudfunctions/_platform/cloud')
  console.log(openapi.wxacode === openapi.wxacode, openapi.wxacode.getUnlimited === openapi.wxacode.getUnlimited)
  const s = jest.spyOn(openapi.wxacode, 'getUnlimited').mockRejectedValue(new Error('x'))
  console.log(await openapi.wxacode.getUnlimited({}).catch((e: Error) => e.message))
  s.mockRestore()
  console.log(await openapi.wxacode.getUnlimited({ scene: 'abcdefghijklmnopqrstuv' }).then((e) => e.contentType, (e: Error) => e.message))
  await stage.close()
}, 60000)
