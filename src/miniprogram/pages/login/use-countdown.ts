import { useEffect, useState } from 'react'

/** Seconds that are left; counts down by itself. */
export function useCountdown() {
  const [end, setEnd] = useState(0)
  const [now, setNow] = useState(0)
  const left = Math.max(0, Math.ceil((end - now) / 1000))

  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setNow(Date.now()), 1000)
    return () => clearTimeout(timer)
  }, [left, now])

  const start = (seconds: number) => {
    const at = Date.now()
    setNow(at)
    setEnd(at + seconds * 1000)
  }
  return { left, start }
}
