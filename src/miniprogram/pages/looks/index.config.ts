export default definePageConfig({ navigationBarTitleText: '谁能看我的资料', enablePullDownRefresh: true })
