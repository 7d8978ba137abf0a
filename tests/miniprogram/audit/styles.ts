import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import postcss, { type AtRule, type Root } from 'postcss'
import { DIST } from '../support/dist'

const HOME_BAR = '34px'
const TAGS = /(^|[\s,>+~(])(view|text|button|input|textarea|image|picker)(?![\w-])/g

const importsOf = (root: Root) => root.nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'import') // prettier-ignore

/** A style sheet with all that it imports, in the order of WeChat. */
function read(file: string): Root {
  const root = postcss.parse(readFileSync(file, 'utf8'))
  for (const at of importsOf(root)) at.replaceWith(read(join(dirname(file), at.params.replace(/["']/g, ''))).nodes)
  return root
}

/** The style sheets of the program and of one page. */
export const stylesOf = (route: string): Root => {
  const all = read(join(DIST, 'app.wxss'))
  const own = join(DIST, `${route}.wxss`)
  if (existsSync(own)) all.append(read(own).nodes)
  return all
}

/** The same for a browser: its own names for the built-ins, and the home bar of an iPhone X. */
export const forBrowser = (styles: Root): string => {
  const copy = styles.clone()
  copy.walkRules((rule) => {
    rule.selector = rule.selector.replace(TAGS, '$1wx-$2').replace(/(^|,)page(?![\w-])/g, '$1html')
  })
  return copy.toString().replace(/env\(safe-area-inset-bottom\)/g, HOME_BAR)
}
