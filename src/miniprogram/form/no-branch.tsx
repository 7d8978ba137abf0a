import { replaceBy } from '../member/routes'
import { Empty } from '../ui/empty'
import { Page } from '../ui/page'

/** A form needs a branch to be handed to. */
export function NoBranch() {
  return (
    <Page white>
      <Empty
        id='form-no-branch'
        title='先找到你的支部'
        note='扫团支书发的报到码，或把码输进来。填过的内容都还在。'
        action={{ id: 'form-find-branch', text: '去找支部', onTap: () => replaceBy('branch') }}
      />
    </Page>
  )
}
