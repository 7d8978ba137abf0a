import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { client } from '../../../api/client'
import { useAsk } from '../../../api/use-ask'
import { tabOf, type Filter, withNames } from '../../queue/filter'
import { SelectionContext, useNewSelection } from '../../queue/use-selection'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { ChangeList } from './change-list'
import { FilterBar } from './filter-bar'
import { NamesSheet } from './names-sheet'
import { PersonList } from './person-list'
import { QueueFoot } from './queue-foot'

function Queue({ cadre }: { cadre: Cadre }) {
  const { tab, realName } = useRouter().params
  const [filter, setFilter] = useState<Filter>(() => tabOf(tab, realName))
  const [pasting, setPasting] = useState(false)
  const overview = useAsk(client.review.overview, {}, { enabled: cadre.post.operator })
  const selection = useNewSelection()

  const change = (next: Filter) => {
    selection.clear()
    setFilter(next)
  }
  return (
    <SelectionContext.Provider value={selection}>
      <CadrePage
        id='queue'
        cadre={cadre}
        flush
        head={<FilterBar filter={filter} overview={overview.value} onChange={change} />}
        foot={<QueueFoot waiting={overview.value?.waiting} unread={cadre.me.unread} />}
      >
        {filter.tab === 'changes' ? (
          <ChangeList overview={overview} />
        ) : (
          <PersonList
            key={JSON.stringify(filter)}
            filter={filter}
            overview={overview}
            onPaste={() => setPasting(true)}
            onChange={change}
          />
        )}
        <NamesSheet
          open={pasting}
          onClose={() => setPasting(false)}
          onFind={(names) => (setPasting(false), change(withNames(filter, names)))}
        />
      </CadrePage>
    </SelectionContext.Provider>
  )
}

/** Who waits, the longest first, and what can be decided for several at once. */
export default function QueuePage() {
  return <CadreGate>{(cadre) => <Queue key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
