/** Of files that were dropped together: which is the detached signature of which, by name alone; what is not surely one is a message. */
interface Named {
  readonly name: string
}

export interface Pair<F> {
  readonly file: F
  readonly signature: F | null
}

const ends = /\.(?:sig|asc|pgp|sign)$/i

/** "report.eml.sig" and "report.sig" sign "report.eml"; an ending alone makes no signature. */
export function pairFiles<F extends Named>(files: readonly F[]): readonly Pair<F>[] {
  const signed = new Map<F, F>()
  for (const file of files) {
    const base = files.find((other) => other !== file && !signed.has(other) && signs(file.name, other.name))
    if (base !== undefined) signed.set(base, file)
  }
  const signatures = new Set(signed.values())
  return files.filter((file) => !signatures.has(file)).map((file) => ({ file, signature: signed.get(file) ?? null }))
}

function signs(signature: string, file: string): boolean {
  if (!ends.test(signature)) return false
  const bare = signature.replace(ends, '').toLowerCase()
  const whole = file.toLowerCase()
  return bare === whole || (!ends.test(file) && bare === whole.replace(/\.[a-z0-9]{1,5}$/, ''))
}
