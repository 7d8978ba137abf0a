import { contract } from '#contract/index'
import type { Group } from '#contract/procedure'
import { COMMON_REFUSALS } from '#contract/procedure'
import { CHECK_IN_NEXT, CHECK_IN_STATUS_LABELS } from '#domain/check-in'
import { PERMISSIONS } from '#domain/permissions'
import { PROFILE_CHANGE_NEXT, PROFILE_CHANGE_STATUS_LABELS } from '#domain/profile-change'
import { REAL_NAME_NEXT, REAL_NAME_STATUS_LABELS } from '#domain/real-name'
import { mermaidOf } from '#domain/state-diagram'
import { auditPage } from '../../tests/miniprogram/audit/page-of-docs'

const note = (source: string) =>
  `<!-- Written by \`npm run docs\` from ${source}. Change the source, not this page. -->\n`
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const code = (text: string) => `\`${text}\``

function api(): string {
  const groups = Object.entries<Group>(contract).map(([fn, group]) => {
    const rows = Object.entries(group).map(([verb, { kind, allowed, refusals, perDay }]) => [
      code(verb),
      kind,
      PERMISSIONS[allowed].says,
      refusals.length > 0 ? refusals.map(code).join(' ') : '–',
      perDay ? String(perDay) : '–',
    ])
    return `## ${fn}\n\n${table(['procedure', 'kind', 'who may ask', 'refusals', 'times a day'], rows)}`
  })
  const common = `Any procedure may also answer ${COMMON_REFUSALS.map(code).join(' ')}.`
  return [note('src/contract'), '# What can be asked', '', common, '', groups.join('\n\n'), ''].join('\n')
}

function permissions(): string {
  const uses = (key: string) =>
    Object.entries<Group>(contract).flatMap(([fn, group]) =>
      Object.entries(group).flatMap(([verb, { allowed }]) => (allowed === key ? [code(`${fn}.${verb}`)] : [])),
    )
  const rows = Object.entries(PERMISSIONS).map(([key, { says }]) => [code(key), says, uses(key).join(' ') || '–'])
  return [note('src/domain/permissions.ts'), '# 权限', '', table(['key', '谁可以做什么', 'procedures'], rows), ''].join(
    '\n',
  )
}

function stateMachines(): string {
  const diagrams = [
    ['报到 check-in', mermaidOf(CHECK_IN_NEXT, CHECK_IN_STATUS_LABELS)],
    ['实名校验 real-name check', mermaidOf(REAL_NAME_NEXT, REAL_NAME_STATUS_LABELS)],
    ['资料修改 profile change', mermaidOf(PROFILE_CHANGE_NEXT, PROFILE_CHANGE_STATUS_LABELS)],
  ]
  const parts = diagrams.map(([title, diagram]) => `## ${title}\n\n\`\`\`mermaid\n${diagram}\n\`\`\``)
  return [note('the tables in src/domain'), '# State machines', '', parts.join('\n\n'), ''].join('\n')
}

/** The pages of docs/ that the code writes itself, by file name. */
export const generatedPages = (): Record<string, string> => ({
  'api.md': api(),
  'audit.md': auditPage(),
  'permissions.md': permissions(),
  'state-machines.md': stateMachines(),
})
