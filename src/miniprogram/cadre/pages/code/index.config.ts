export default definePageConfig({ navigationBarTitleText: '支部报到码', enablePullDownRefresh: true })
