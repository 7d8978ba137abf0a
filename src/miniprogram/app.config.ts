const isH5 = process.env.TARO_ENV === 'h5'

export default defineAppConfig({
  pages: [
    'pages/entry/index',
    'pages/branch/index',
    'pages/login/index',
    'pages/arrival/index',
    'pages/form/index',
    'pages/waiting/index',
    'pages/returned/index',
    'pages/home/index',
    'pages/profile/index',
    'pages/change/index',
    'pages/inbox/index',
    'pages/me/index',
    'pages/looks/index',
    'pages/privacy/index',
    'pages/help/index',
    // The kit's showcase is for developers: no phone downloads it.
    ...(isH5 ? ['pages/gallery/index'] : []),
  ],
  subPackages: [
    {
      root: 'cadre',
      name: 'cadre',
      pages: [
        'pages/choose/index',
        'pages/workbench/index',
        'pages/queue/index',
        'pages/detail/index',
        'pages/offline/index',
        'pages/return/index',
        'pages/code/index',
        'pages/change/index',
      ],
    },
  ],
  preloadRule: {
    'pages/entry/index': { network: 'all', packages: ['cadre'] },
    'pages/home/index': { network: 'all', packages: ['cadre'] },
  },
  window: {
    // Names of theme.json stand where Taro's types expect the values themselves.
    backgroundTextStyle: '@bgTxtStyle' as 'light',
    backgroundColor: '@bgColor',
    navigationBarBackgroundColor: '@navBg',
    navigationBarTitleText: '智慧团建',
    navigationBarTextStyle: '@navTxt' as 'black',
  },
  // On h5, going back during the slide leaves the page hidden for good.
  animation: false,
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
