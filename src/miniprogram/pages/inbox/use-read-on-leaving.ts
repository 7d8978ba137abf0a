import { useEffect, useRef } from 'react'
import { useDidHide } from '@tarojs/taro'
import type { NoticeView } from '#contract/notice'
import { client } from '../../api/client'
import { queries } from '../../lib/queries'

/** Marks the messages as read once they have been on the screen and the page is left. */
export function useReadOnLeaving(rows: readonly NoticeView[] | undefined) {
  const unread = useRef(false)
  unread.current = rows?.some(({ read }) => !read) ?? false

  const leave = () => {
    if (!unread.current) return
    unread.current = false
    void client.notice.readAll({}).then((answer) => (answer.ok ? queries.invalidateQueries() : undefined))
  }
  useDidHide(leave)
  useEffect(() => leave, [])
}
