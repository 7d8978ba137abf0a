import { startCloud } from '../../../src/localcloud/start'
import { description } from './description'
import { connect } from './sdk'

/** A process that writes pairs as fast as it can and tells each acknowledged one; made to be killed. */
const write = async (dir: string): Promise<void> => {
  const cloud = await startCloud({ dir, description })
  const db = connect(cloud).database()
  for (let n = 0; ; n++) {
    const id = `${process.pid}-${n}`
    await db.collection('plain').add({
      data: [
        { _id: `${id}-a`, tags: ['x'] },
        { _id: `${id}-b`, tags: ['y'] },
      ],
    })
    process.stdout.write(`${id}\n`)
  }
}

void write(process.argv[2] ?? '')
