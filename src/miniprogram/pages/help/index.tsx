import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { SearchBar } from '../../ui/search-bar'
import { Tap } from '../../ui/tap'
import { findQuestions, type Question } from './questions'
import './help.css'

/** Answers to what people ask most. */
export default function HelpPage() {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string>()
  const found = findQuestions(typed)
  return (
    <Page id='help'>
      <View className='help-search'>
        <SearchBar id='help-search' placeholder='搜一个词，例如 退回、验证码' value={typed} onChange={setTyped} />
      </View>
      {found.length === 0 ? (
        <Card>
          <Empty
            id='help-none'
            title='没有找到'
            note='换个词试试，或直接问团支书。'
            action={{ id: 'help-all', text: '看全部问题', onTap: () => setTyped('') }}
          />
        </Card>
      ) : (
        <Card flush>
          {found.map((question) => (
            <Answer
              key={question.key}
              question={question}
              open={open === question.key || found.length === 1}
              onTap={() => setOpen(open === question.key ? undefined : question.key)}
            />
          ))}
        </Card>
      )}
    </Page>
  )
}

function Answer({ question, open, onTap }: { question: Question; open: boolean; onTap: () => void }) {
  const { key, title, answer } = question
  return (
    <View className='help-item'>
      <Tap id={`help-${key}`} className='help-question' expanded={open} onTap={onTap}>
        <View className='grow'>{title}</View>
        <Icon name='down' className={open ? 'help-mark open' : 'help-mark'} />
      </Tap>
      {open ? (
        <View id={`help-${key}-answer`} className='help-answer'>
          {answer.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      ) : null}
    </View>
  )
}
