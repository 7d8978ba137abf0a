// Taro insists on this path.
export { default } from './taro/config'
