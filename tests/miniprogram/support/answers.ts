import type { Answer } from './calls'

const nothing: Answer = () => ({})

/** What the phone does when asked, unless a test scripts another answer. */
export const usualAnswers = (): Record<string, Answer> => ({
  showModal: () => ({ confirm: true, cancel: false }),
  showActionSheet: () => ({ tapIndex: 0 }),
  login: () => ({ code: 'one-time-code' }),
  scanCode: () => ({ result: '', path: 'pages/branch/index?scene=code-of-a-branch-22chr', scanType: 'WX_CODE' }),
  chooseMedia: () => ({ type: 'image', tempFiles: [{ tempFilePath: 'wxfile://photo-1.jpg', size: 200_000 }] }),
  compressImage: () => ({ tempFilePath: 'wxfile://compressed.jpg' }),
  getImageInfo: () => ({ width: 1200, height: 900, type: 'jpeg', path: 'wxfile://photo-1.jpg' }),
  downloadFile: () => ({ statusCode: 200, tempFilePath: 'wxfile://downloaded.jpg' }),
  getNetworkType: () => ({ networkType: 'wifi' }),
  getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
  getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '《隐私保护指引》' }),
  requestSubscribeMessage: ({ tmplIds }) =>
    Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id: unknown) => [String(id), 'accept'])),
  request: () => {
    throw new Error('there is no network in tests')
  },
  ...Object.fromEntries(
    [
      'showToast',
      'hideToast',
      'showLoading',
      'hideLoading',
      'setNavigationBarTitle',
      'setNavigationBarColor',
      'setBackgroundColor',
      'startPullDownRefresh',
      'stopPullDownRefresh',
      'pageScrollTo',
      'previewImage',
      'previewMedia',
      'saveImageToPhotosAlbum',
      'setClipboardData',
      'makePhoneCall',
      'vibrateShort',
      'openSetting',
      'openPrivacyContract',
      'requirePrivacyAuthorize',
      'hideShareMenu',
      'showShareMenu',
      'enableAlertBeforeUnload',
      'disableAlertBeforeUnload',
      'setVisualEffectOnCapture',
    ].map((api) => [api, nothing]),
  ),
})
