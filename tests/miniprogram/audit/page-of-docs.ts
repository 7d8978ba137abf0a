import { RULES } from './rules'
import { SCENES } from './scenes'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const weightOf = (seen: boolean) =>
  RULES.filter(({ judge }) => Boolean(judge) === seen).reduce((sum, { weight }) => sum + weight, 0)

/** docs/audit.md, out of the rules and the scenes. */
export const auditPage = (): string =>
  [
    '<!-- Written by `npm run docs` from tests/miniprogram/audit. Change the source, not this page. -->',
    '',
    '# WeChat’s audit (体验评分), scored on the built mini-program',
    '',
    'Every page is opened as the first of a fresh start, in the state in which it shows the most, with a real local cloud behind it.',
    `The score of a page is the weight of the rules that it passes, of a hundred for the rules that can be seen here: ${weightOf(true)} of ${weightOf(true) + weightOf(false)}.`,
    'A test demands 100 for every page, so a page has it, or its debts stand below; `npm run bench` prints the scores and leaves the details in `.cache/weapp-audit.json`.',
    '',
    '## Rules',
    '',
    table(
      ['rule', 'weight', 'WeChat’s condition', 'our goal', 'seen', 'how, or why not'],
      RULES.map(({ name, weight, official, goal, seen, how }) => [name, String(weight), official, goal, seen, how]),
    ),
    '',
    '## Pages',
    '',
    table(
      ['page', 'state', 'score'],
      Object.entries(SCENES).map(([route, { state, owes }]) => [
        `\`${route}\``,
        state,
        owes ? `below 100: owes ${owes.join(', ')}` : '100',
      ]),
    ),
    '',
  ].join('\n')
