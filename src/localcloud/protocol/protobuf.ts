type Field = { number: number; value: number | Buffer }

const VARINT = 0
const BYTES = 2

/** Reads the fields of one protobuf message; only the wire types that the SDK uses. */
const readFields = (buffer: Buffer): Field[] => {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let factor = 1; at < buffer.length; factor *= 128) {
      const byte = buffer[at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) break
    }
    return value
  }
  while (at < buffer.length) {
    const tag = varint()
    const number = tag >>> 3
    if ((tag & 7) === VARINT) fields.push({ number, value: varint() })
    else if ((tag & 7) === BYTES) {
      const length = varint()
      fields.push({ number, value: buffer.subarray(at, at + length) })
      at += length
    } else throw new Error('an unknown protobuf wire type')
  }
  return fields
}

const bytesOf = (fields: Field[], number: number): Buffer | undefined => {
  const found = fields.find((field) => field.number === number)?.value
  return Buffer.isBuffer(found) ? found : undefined
}

const readValue = (pair: Field[]): unknown => {
  const raw = bytesOf(pair, 2) ?? Buffer.alloc(0)
  const contentType = bytesOf(pair, 3)?.toString()
  if (contentType) return { buffer: raw, contentType }
  try {
    return JSON.parse(raw.toString())
  } catch {
    return raw.toString()
  }
}

/** The parameters inside the SDK's CommApiData: field 2 holds pairs of a key and a JSON value. */
export const decodeApiData = (buffer: Buffer): Record<string, unknown> => {
  const pairs = readFields(buffer)
    .filter((field) => field.number === 2 && Buffer.isBuffer(field.value))
    .flatMap((field) => (Buffer.isBuffer(field.value) ? readFields(field.value) : []))
    .filter((field) => field.number === 1)
    .map((field) => (Buffer.isBuffer(field.value) ? readFields(field.value) : []))
  return Object.fromEntries(pairs.map((pair) => [bytesOf(pair, 1)?.toString() ?? '', readValue(pair)]))
}

const writeVarint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Buffer.from([...bytes, rest])
}

const writeBytes = (number: number, bytes: Buffer) =>
  Buffer.concat([writeVarint((number << 3) | BYTES), writeVarint(bytes.length), bytes])
const writeNumber = (number: number, value: number) =>
  Buffer.concat([writeVarint((number << 3) | VARINT), writeVarint(value)])

/** A CommOpenApiResp: the answer, its content type, no error, HTTP 200. */
export const encodeApiAnswer = (data: Buffer, contentType: string): Buffer =>
  Buffer.concat([writeBytes(1, data), writeBytes(2, Buffer.from(contentType)), writeNumber(3, 0), writeNumber(4, 200)])
