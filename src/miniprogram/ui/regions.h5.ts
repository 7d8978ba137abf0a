import { useEffect, useState } from 'react'

/** Codes of GB/T 2260 with their names, by level. */
export type Regions = { cities: Record<string, string>; counties: Record<string, string> }

let loaded: Regions | undefined

/** Cities and counties for the browser, fetched when a page first asks for a place: most visits never do. */
export function useRegions(): Regions | undefined {
  const [regions, setRegions] = useState(loaded)
  useEffect(() => {
    if (loaded) return
    void import('@vant/area-data').then(({ areaList }) => {
      loaded = { cities: areaList.city_list, counties: areaList.county_list }
      setRegions(loaded)
    })
  }, [])
  return regions
}

/** The names below a code, by code: cities of a province, counties of a city. */
export const below = (names: Record<string, string>, prefix: string): [string, string][] =>
  prefix ? Object.entries(names).filter(([code]) => code.startsWith(prefix)) : []
