import { CustomWrapper } from '@tarojs/components'
import { client } from '../../../api/client'
import { useAskPages } from '../../../api/use-ask-pages'
import { CadreGate } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { Row } from '../../queue/row'
function Q({cadre}: {cadre: any}) {
  const list = useAskPages(client.review.queue, { queue: 'pending' })
  return <CadrePage id='queue' cadre={cadre} flush><CustomWrapper>{list.rows?.map((row) => <Row key={row.person} row={row} open />)}</CustomWrapper></CadrePage>
}
export default function QueuePage() { return <CadreGate>{(cadre) => <Q cadre={cadre} />}</CadreGate> }
