import { createContext, useContext, useState, useSyncExternalStore } from 'react'
import { Selection } from './selection'

export const SelectionContext = createContext(new Selection())

/** One selection for as long as the list is on the page. */
export const useNewSelection = (): Selection => useState(() => new Selection())[0]

/** Is this person chosen? Draws only who is concerned. */
export const useChosen = (person: string): boolean => {
  const selection = useContext(SelectionContext)
  const chosen = () => selection.has(person)
  return useSyncExternalStore(selection.subscribe, chosen, chosen)
}

/** Everybody who is chosen. */
export const useAllChosen = (selection: Selection) =>
  useSyncExternalStore(selection.subscribe, selection.all, selection.all)
