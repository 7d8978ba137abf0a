import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ReviewDetail } from '#contract/review'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Link } from '../../ui/link'
import { type Fact, factsOf, splitFacts } from './facts'
import './facts-card.css'

function FactCell({ fact, onReveal }: { fact: Fact; onReveal: () => void }) {
  const { field, label, value } = fact
  if (field !== 'idNumber') return <Cell id={`fact-${field}`} label={label} value={value} />
  const reveal = (
    <Link id='reveal-open' label='查看完整证件号码' onTap={onReveal}>
      查看
    </Link>
  )
  return <Cell id='fact-idNumber' label={label} value={<View className='fact-number'>{value}</View>} aside={reveal} />
}

/** What was filled in: the four things that are compared first, then all of it. */
export function FactsCard({ of, onReveal }: { of: ReviewDetail; onReveal: () => void }) {
  const [open, setOpen] = useState(false)
  const facts = factsOf(of.values)
  const { first, rest } = splitFacts(facts)
  return (
    <Card flush id='facts'>
      {(open ? [...first, ...rest] : first).map((fact) => (
        <FactCell key={fact.field} fact={fact} onReveal={onReveal} />
      ))}
      {open ? null : (
        <Cell
          id='facts-all'
          label={<View className='facts-all'>全部 {facts.length} 项资料</View>}
          onTap={() => setOpen(true)}
        />
      )}
    </Card>
  )
}
