import { pointInTime } from '../lib/time-text'
import { useOnline } from '../lib/network'
import { Notice } from './notice'

/** Says that the network is gone and how old the data on the page are. */
export function OfflineBanner({ dataAt }: { dataAt?: Date | undefined }) {
  if (useOnline()) return null
  const age = dataAt ? `，这是 ${pointInTime(dataAt, new Date())} 的数据` : '，连上后再试'
  return (
    <Notice id='offline' kind='warn' icon='off' flat>
      网络断开{age}
    </Notice>
  )
}
