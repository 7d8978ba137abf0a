import Taro from '@tarojs/taro'

/** Offers a newer version as soon as WeChat has fetched it. */
export function watchUpdates() {
  if (process.env.TARO_ENV !== 'weapp') return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => void offer(() => manager.applyUpdate()))
}

async function offer(restart: () => void) {
  const { confirm } = await Taro.showModal({
    title: '有新版本了',
    content: '重新打开就能用上，填到一半的内容会留着。',
    confirmText: '重新打开',
    cancelText: '等一会儿',
  })
  if (confirm) restart()
}
