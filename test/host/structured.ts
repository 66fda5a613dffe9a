/**
 * Carries structured-clone values as text between Node and the page, because a DevTools binding carries only strings:
 * bytes stay bytes, dates dates, maps maps, as on Electron. Runs in Node and, by its source text, in the page,
 * so `structuredText` may use nothing from outside itself.
 */
export interface StructuredText {
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}

/** Plain JSON values stand for themselves; everything else is an array whose first item is a letter. */
export function structuredText(): StructuredText {
  const inNode = typeof Buffer !== 'undefined'
  type Tagged = readonly [tag: string, body: unknown]
  const arrays = [
    Uint8Array,
    Int8Array,
    Uint8ClampedArray,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ]

  const toBase64 = (bytes: Uint8Array): string => {
    if (inNode) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    let binary = ''
    for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    return btoa(binary)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
    if (inNode) return Uint8Array.from(Buffer.from(text, 'base64'))
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return bytes
  }

  const packNumber = (value: number): unknown =>
    Number.isFinite(value) && !Object.is(value, -0) ? value : ['f', Object.is(value, -0) ? '-0' : String(value)]

  const packView = (value: ArrayBufferView): Tagged => {
    const kind = arrays.findIndex((kind) => value instanceof kind)
    if (kind < 0) throw new DOMException('This kind of view could not be cloned.', 'DataCloneError')
    return ['b', [kind, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]]
  }

  const packObject = (value: object): unknown => {
    if (Array.isArray(value)) return ['l', value.map(pack)]
    if (ArrayBuffer.isView(value)) return packView(value)
    if (value instanceof ArrayBuffer) return ['r', toBase64(new Uint8Array(value))]
    if (value instanceof Date) return ['d', packNumber(value.getTime())]
    if (value instanceof Map) return ['m', [...value].map(([key, item]) => [pack(key), pack(item)])]
    if (value instanceof Set) return ['s', [...value].map(pack)]
    if (value instanceof Error) return ['e', [value.name, value.message]]
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet)
      throw new DOMException('The object could not be cloned.', 'DataCloneError')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]))
  }

  const pack = (value: unknown): unknown => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return packNumber(value)
      case 'undefined':
        return ['u', 0]
      case 'bigint':
        return ['n', String(value)]
      case 'object':
        return value === null ? null : packObject(value)
      case 'function':
      case 'symbol':
        break
    }
    throw new DOMException(`A ${typeof value} could not be cloned.`, 'DataCloneError')
  }

  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

  const unpackTagged = (tag: unknown, body: unknown): unknown => {
    switch (tag) {
      case 'u':
        return undefined
      case 'f':
        return Number(body)
      case 'n':
        return BigInt(String(body))
      case 'l':
        return list(body).map(unpack)
      case 'b': {
        const [kind, text] = list(body)
        const view = arrays[Number(kind)] ?? Uint8Array
        return new view(fromBase64(String(text)).buffer)
      }
      case 'r':
        return fromBase64(String(body)).buffer
      case 'd':
        return new Date(Number(unpack(body)))
      case 'm':
        return new Map(list(body).map((pair) => [unpack(list(pair)[0]), unpack(list(pair)[1])]))
      case 's':
        return new Set(list(body).map(unpack))
      case 'e':
        return Object.assign(new Error(String(list(body)[1])), { name: String(list(body)[0]) })
      default:
        throw new TypeError('not a structured text')
    }
  }

  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return unpackTagged(value[0], value[1])
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]))
  }

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}
