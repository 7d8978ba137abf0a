/** What the phone of the tests is: an iPhone with WeChat 8, light theme, ordinary letters. */
const SYSTEM = {
  brand: 'devtools',
  model: 'iPhone',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17',
  platform: 'ios',
  SDKVersion: '3.3.4',
  theme: 'light',
  fontSizeSetting: 17,
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
}

export type Phone = Partial<typeof SYSTEM>

/** The questions that WeChat answers at once. */
export const phoneApis = (phone: Phone, firstPage: string) => {
  const system = () => ({ ...SYSTEM, ...phone })
  const launch = () => ({ path: firstPage, query: {}, scene: 1001, referrerInfo: {} })
  const bar = { width: 87, height: 32, top: 48, right: 365, bottom: 80, left: 278 }
  return {
    getSystemInfoSync: system,
    getWindowInfo: system,
    getAppBaseInfo: system,
    getDeviceInfo: system,
    getSystemSetting: system,
    getMenuButtonBoundingClientRect: () => bar,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    canIUse: () => true,
    nextTick: (run: () => void) => void setTimeout(run, 0),
  }
}
