import { SMS_CODE } from '#domain/limits'

/** What a deployment sets by environment variables. Names are those of docs/deployment.md. */
export type Settings = {
  tencent: {
    secretId: string
    secretKey: string
    protocol: 'https://' | 'http://'
    faceidEndpoint: string
    smsEndpoint: string
  }
  sms: { appId: string; sign: string; codeTemplate: string; dailyBudget: number }
  /** WeChat subscribe-message templates; empty until they are granted, the inbox works without. */
  templates: { decided: string; waiting: string }
}

/** Reads the settings, or throws one sentence that names everything missing. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const missing: string[] = []
  const need = (name: string) => env[name] ?? (missing.push(name), '')
  const settings: Settings = {
    tencent: {
      secretId: need('PROVIDER_SECRET_ID'),
      secretKey: need('PROVIDER_SECRET_KEY'),
      protocol: env.PROVIDER_PROTOCOL === 'http' ? 'http://' : 'https://',
      faceidEndpoint: env.FACEID_ENDPOINT ?? 'faceid.tencentcloudapi.com',
      smsEndpoint: env.SMS_ENDPOINT ?? 'sms.tencentcloudapi.com',
    },
    sms: {
      appId: need('SMS_APP_ID'),
      sign: need('SMS_SIGN'),
      codeTemplate: need('SMS_CODE_TEMPLATE'),
      dailyBudget: Number(env.SMS_DAILY_BUDGET ?? SMS_CODE.globalPerDay),
    },
    templates: { decided: env.TEMPLATE_DECIDED ?? '', waiting: env.TEMPLATE_WAITING ?? '' },
  }
  if (missing.length > 0) throw new Error(`environment variables are missing: ${missing.join(', ')}`)
  return settings
}
