/**
 * Packages that the SDK loads at its start and that none of our calls reaches, each with what in the SDK needs it.
 * They were half of a bundle and more than half of the time to load it: docs/decisions/0016.
 */
export const LEFT_OUT = {
  '@cloudbase/wx-cloud-client-sdk': 'cloud.models, mysql() and rdb()',
  '@cloudbase/ai': 'cloud.ai()',
  '@cloudbase/app': 'cloud.ai()',
  'web-streams-polyfill': 'cloud.ai()',
  jsonwebtoken: 'auth().createTicket()',
  'mime-db': 'openapi calls that send a file',
  'mime-types': 'openapi calls that send a file',
}

/** What stands in for a package: it may be loaded, and says in words what it is when anything is asked of it. */
const standIn = (name) => `
const said = ${JSON.stringify(`${name} is left out of the bundle; ${LEFT_OUT[name]} would need it`)}
module.exports = new Proxy({}, {
  get(_, key) {
    if (key === '__esModule') return false // asked while loading
    throw new Error(said)
  },
})`

export const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    const names = new RegExp(`^(${Object.keys(LEFT_OUT).join('|')})$`)
    onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'left-out' }))
    onLoad({ filter: names, namespace: 'left-out' }, ({ path }) => ({ contents: standIn(path) }))
  },
}
