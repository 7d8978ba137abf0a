import { useEffect, useState } from 'react'

/** True once `on` has lasted for so many milliseconds: what is quick shows no skeleton. */
export function useDelayed(on: boolean, ms: number) {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    if (!on) return setPassed(false)
    const timer = setTimeout(() => setPassed(true), ms)
    return () => clearTimeout(timer)
  }, [on, ms])
  return on && passed
}
