import { CustomWrapper, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { QueueRow } from '#contract/review'
import type { Rows as List } from '../../../api/use-ask-pages'
import { Button } from '../../../ui/button'
import { BLOCK } from '../../queue/blocks'
import { Row } from '../../queue/row'
import { blockId, useWindow } from '../../queue/use-window'

export type RowsProps = { list: List<QueueRow>; rows: readonly QueueRow[]; open: boolean }

/** Two blocks of rows at a time; what was above leaves its height behind, so that nothing jumps. */
export function Rows({ list, rows, open }: RowsProps) {
  const window = useWindow(rows)
  const { blocks, first, gone, height, back, forward, follow } = window
  const next = () => {
    if (forward) return forward()
    follow()
    list.loadMore()
  }
  useReachBottom(next)

  const more = forward || list.more
  return (
    <>
      {first > 0 ? (
        <View className='rows-gone' style={{ height: `${height}px` }}>
          <View className='rows-more'>
            <Button id='rows-back' kind='text' onTap={back}>
              前面还有 {gone} 人，回到前面
            </Button>
          </View>
        </View>
      ) : null}
      {blocks.map((block, index) => (
        <View key={first + index} id={blockId(first + index)}>
          <CustomWrapper>
            {block.map((row) => (
              <Row key={row.person} row={row} open={open} />
            ))}
          </CustomWrapper>
        </View>
      ))}
      <View className='rows-more'>
        {more ? (
          <Button id='rows-more' kind='text' busy={list.loadingMore && '正在载入…'} onTap={next}>
            再看 {BLOCK} 人
          </Button>
        ) : (
          `共 ${rows.length} 人`
        )}
      </View>
    </>
  )
}
