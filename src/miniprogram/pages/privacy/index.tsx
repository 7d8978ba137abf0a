import { View } from '@tarojs/components'
import { CONSENT_VERSIONS } from '#contract/account'
import { Hero } from '../../ui/hero'
import { Page } from '../../ui/page'
import { SECTIONS } from './sections'
import './privacy.css'

/** 《隐私说明》: short enough to be read. */
export default function PrivacyPage() {
  return (
    <Page id='privacy' white>
      <Hero title='隐私说明' notes={['只收办报到用得上的，谁看过你都知道。']} />
      {SECTIONS.map(({ key, title, lines }) => (
        <View key={key} id={`privacy-${key}`} className='privacy-section'>
          <View className='t-heading'>{title}</View>
          {lines.map((line) => (
            <View key={line} className='privacy-line'>
              {line}
            </View>
          ))}
        </View>
      ))}
      <View id='privacy-version' className='t-cap c3 mt6'>
        版本 {CONSENT_VERSIONS.privacy}。内容有变会重新请你同意。
      </View>
    </Page>
  )
}
