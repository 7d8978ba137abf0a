import { open, seal } from '../../cloudfunctions/_platform/crypto/envelope'
import { keyedHash } from '../../cloudfunctions/_platform/crypto/keyed-hash'
import { readKeyring } from '../../cloudfunctions/_platform/crypto/keyring'
import { newKeys } from '../../src/demo/environment'
import { sampleIdNumber } from '../../src/demo/sample-id'
import { atMost, median, type Row } from './row'

const PAGE = 20
const ROUNDS = 400

/** P27: opening and hashing the ID numbers of a page, as an export or a change of keys would. */
export function fieldCryptoRows(): Row[] {
  const { field, index } = readKeyring(newKeys())
  const page = Array.from({ length: PAGE }, (_, at) => {
    const place = { collection: 'people', id: `1_${at}`, field: 'idNumber' }
    return { place, sealed: seal(field, place, sampleIdNumber('2007-01-01', String(100 + at))) }
  })
  const times = Array.from({ length: ROUNDS }, () => {
    const since = performance.now()
    for (const { place, sealed } of page) keyedHash(index, 'idNumber', open(field, place, sealed))
    return performance.now() - since
  })
  return [atMost('P27', `opening and hashing ${PAGE} ID numbers`, median(times), 1, ' ms')]
}
