import { useState } from 'react'
import { View } from '@tarojs/components'
import { LISTS } from '#domain/limits'
import { Button } from '../../../ui/button'
import { Foot } from '../../../ui/foot'
import { Sheet } from '../../../ui/sheet'
import { TextArea } from '../../../ui/text-area'
import { readNames } from '../../queue/names'

export type NamesSheetProps = { open: boolean; onClose: () => void; onFind: (names: readonly string[]) => void }

const MAX_TEXT = 5000
const SHOWN = 5

const notesOf = ({ names, ignored, left }: ReturnType<typeof readNames>) => [
  names.length > 0 ? `认出 ${names.length} 个姓名。` : '',
  left > 0 ? `一次最多 ${LISTS.pastedNames} 个，后面 ${left} 个没算。` : '',
  ignored.length > 0
    ? `这些不像姓名，没算：${ignored.slice(0, SHOWN).join('、')}${ignored.length > SHOWN ? ' 等' : ''}`
    : '',
]

/** Finds many people at once, by a list from a chat or a spreadsheet. The text stays while the page is open. */
export function NamesSheet({ open, onClose, onFind }: NamesSheetProps) {
  const [text, setText] = useState('')
  const read = readNames(text)
  const { names } = read
  const foot = (
    <Foot>
      <Button
        id='names-find'
        kind='primary'
        block
        off={names.length === 0 && '请先粘贴姓名'}
        onTap={() => onFind(names)}
      >
        {names.length > 0 ? `找这 ${names.length} 个人` : '找人'}
      </Button>
    </Foot>
  )
  return (
    <Sheet id='names' open={open} title='粘贴名单来找' onClose={onClose} foot={foot}>
      <TextArea
        id='names-text'
        label='姓名'
        value={text}
        onChange={setText}
        maxLength={MAX_TEXT}
        placeholder='从群里或表格里复制，空格、逗号、换行隔开都行'
      />
      {notesOf(read)
        .filter(Boolean)
        .map((note) => (
          <View key={note} className='t-note c2 mt2'>
            {note}
          </View>
        ))}
    </Sheet>
  )
}
