import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { client } from '../../../api/client'
import { useAskPages } from '../../../api/use-ask-pages'
import { questionOf, tabOf, type Filter, withNames } from '../../queue/filter'
import { useOverview } from '../../queue/use-overview'
import { SelectionContext, useNewSelection } from '../../queue/use-selection'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { ChangeList } from './change-list'
import { FilterBar } from './filter-bar'
import { NamesSheet } from './names-sheet'
import { PersonList } from './person-list'
import { QueueFoot } from './queue-foot'

function useFirst(cadre: Cadre | undefined) {
  const { tab, realName } = useRouter().params
  const filter = tabOf(tab, realName)
  const enabled = Boolean(cadre?.post.operator) && filter.tab !== 'changes'
  return [useOverview(cadre), useAskPages(client.review.queue, questionOf(filter), { enabled })]
}

function Queue({ cadre }: { cadre: Cadre }) {
  const { tab, realName } = useRouter().params
  const [filter, setFilter] = useState<Filter>(() => tabOf(tab, realName))
  const [pasting, setPasting] = useState(false)
  const overview = useOverview(cadre)
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
  return <CadreGate useFirst={useFirst}>{(cadre) => <Queue key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
