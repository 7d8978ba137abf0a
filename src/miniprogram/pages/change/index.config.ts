export default definePageConfig({ navigationBarTitleText: '申请修改' })
