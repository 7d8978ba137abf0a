import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { AGREE_BUTTON, agreeToPrivacy, refusePrivacy, usePrivacyAsked } from '../lib/privacy'
import { Button } from './button'
import { Foot } from './foot'
import { Link } from './link'
import { Sheet } from './sheet'

/** Asked before the first use of the camera, the album or the clipboard. Refusing keeps everything that only reads. */
export function PrivacySheet() {
  const asked = usePrivacyAsked()
  const foot = (
    <Foot>
      <Button id='privacy-refuse' onTap={refusePrivacy}>
        先不同意
      </Button>
      <Button
        id={AGREE_BUTTON}
        kind='primary'
        openType='agreePrivacyAuthorization'
        onAgreePrivacyAuthorization={agreeToPrivacy}
      >
        同意，继续
      </Button>
    </Foot>
  )
  return (
    <Sheet id='privacy' open={asked} title='用相机和相册之前' onClose={refusePrivacy} foot={foot}>
      <View>照片只用来核对你的资料，只有你的支部和上级的审核人能看。</View>
      <View className='c2 mt2'>不同意也能继续看资料，要传照片时会再问你；刚拒绝过的话，要过 10 秒才能再问。</View>
      <View className='mt3'>
        <Link onTap={() => Taro.openPrivacyContract()}>《隐私保护指引》</Link>
      </View>
    </Sheet>
  )
}
