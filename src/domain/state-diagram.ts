/** A state machine as a table: from each state, where each move leads. */
export type MachineTable = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>

/** The table as a Mermaid state diagram, in the table's own order; labels are optional. States without a way on are ends. */
export const mermaidOf = (table: MachineTable, labels: Readonly<Record<string, string>> = {}): string => {
  const states = Object.keys(table)
  const names = states.flatMap((state) => (labels[state] ? [`  ${state}: ${labels[state]}`] : []))
  const edges = states.flatMap((state) => {
    const moves = Object.entries(table[state] ?? {})
    if (moves.length === 0) return [`  ${state} --> [*]`]
    return moves.map(([move, next]) => `  ${state} --> ${next}: ${labels[move] ?? move}`)
  })
  const [first] = states
  return ['stateDiagram-v2', ...(first ? [`  [*] --> ${first}`] : []), ...names, ...edges].join('\n')
}
