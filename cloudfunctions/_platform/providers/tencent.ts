import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import type { Settings } from '../settings'

/** One call of Tencent Cloud API 3.0 through the official SDK. Rejects with the SDK's error, whose `code` is the provider's. */
export function tencentCall(
  { tencent }: Settings,
  endpoint: string,
  version: string,
  timeoutSeconds: number,
): (action: string, input: Record<string, unknown>) => Promise<unknown> {
  const client = new CommonClient(endpoint, version, {
    credential: { secretId: tencent.secretId, secretKey: tencent.secretKey },
    region: 'ap-guangzhou',
    profile: { httpProfile: { endpoint, protocol: tencent.protocol, reqTimeout: timeoutSeconds } },
  })
  return (action, input) => client.request(action, input)
}
