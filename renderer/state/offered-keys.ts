/** Keys that were pasted or dropped on the keyring: held until the import that looks at them is closed. */
import { create } from 'zustand'

export interface KeyFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const useStore = create<{ readonly file: KeyFile | null }>()(() => ({ file: null }))

export const useOfferedKeys = (): KeyFile | null => useStore(({ file }) => file)

const dash = 0x2d
const newline = 0x0a

/** Several armoured files become one; of binary ones, which cannot be put behind each other, the first is taken. */
export function joinKeyFiles(files: readonly KeyFile[]): KeyFile | null {
  const [first] = files
  if (first === undefined || files.length === 1) return first ?? null
  if (files.some(({ bytes }) => bytes[0] !== dash)) return first
  return { name: first.name, bytes: Uint8Array.from(files.flatMap((file) => [...file.bytes, newline])) }
}

export const offerKeys = (files: readonly KeyFile[]): void => useStore.setState({ file: joinKeyFiles(files) })

export const forgetOfferedKeys = (): void => useStore.setState({ file: null })
