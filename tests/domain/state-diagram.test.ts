import { CHECK_IN_NEXT } from '#domain/check-in'
import { PROFILE_CHANGE_NEXT } from '#domain/profile-change'
import { REAL_NAME_NEXT } from '#domain/real-name'
import { mermaidOf } from '#domain/state-diagram'

test('a table becomes a diagram with its labels', () => {
  expect(mermaidOf({ open: { close: 'shut' }, shut: {} }, { open: '开', close: '关上' })).toBe(
    ['stateDiagram-v2', '  [*] --> open', '  open: 开', '  open --> shut: 关上', '  shut --> [*]'].join('\n'),
  )
})

test.each([
  ['check-in', CHECK_IN_NEXT, 7],
  ['real name', REAL_NAME_NEXT, 17],
  ['profile change', PROFILE_CHANGE_NEXT, 6],
])('the diagram of %s has every edge of its table', (_, table, edges) => {
  expect(
    mermaidOf(table)
      .split('\n')
      .filter((line) => / --> \w/.test(line) && !line.includes('[*]')),
  ).toHaveLength(edges)
})
