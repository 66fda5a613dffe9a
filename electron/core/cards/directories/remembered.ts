/** Asks a slow question once a text: a list says "Germany", "Europe/Berlin" and "09:00-17:00" a thousand times. */
const MOST = 2000
const LONGEST = 200

/** `read` must be pure. Bounded, so that a list of texts made to be different fills nothing. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>()
  return (text) => {
    const seen = known.get(text)
    if (seen) return seen.answer
    const answer = read(text)
    if (known.size < MOST && text.length <= LONGEST) known.set(text, { answer })
    return answer
  }
}
