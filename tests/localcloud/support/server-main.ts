import { startCloud } from '../../../src/localcloud/start'
import { description } from './description'

/** A cloud in a process of its own, made to be killed; tells its URL. */
startCloud({ dir: process.argv[2] ?? '', description, log: (line) => console.error(line) }).then(
  ({ url }) => console.log(url),
  (fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  },
)
