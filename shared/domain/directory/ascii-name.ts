/** Writes international names as the network does ("xn--…"), so that both spellings of a name are one. */

const longestLabel = 63

/**
 * Lower case, composed (NFC), each label in Punycode (RFC 3492) where it is not ASCII. Not the whole of UTS 46: there is no table of
 * characters that stand for others. @returns null where a label or the name gets too long (RFC 1035: 63, 253).
 */
export function asciiName(name: string): string | null {
  if (/^[a-z\d._:-]*$/.test(name)) return name
  const labels = name.normalize('NFC').toLowerCase().split('.').map(asciiLabel)
  const ascii = labels.join('.')
  return ascii.length > 253 || labels.some((label) => label.length > longestLabel) ? null : ascii
}

/** What is too long already stays: Punycode only makes it longer. */
const asciiLabel = (label: string): string =>
  label.length > longestLabel || !/[\u0080-\u{10ffff}]/u.test(label) ? label : `xn--${punycode(label)}`

/** RFC 3492 section 6.3, with the parameters of section 5. */
function punycode(label: string): string {
  const points = Array.from(label, (char) => char.codePointAt(0) ?? 0)
  const plain = points.filter((point) => point < 0x80)
  let out = plain.length > 0 ? `${String.fromCharCode(...plain)}-` : ''
  let delta = 0
  let bias = 72
  let done = plain.length
  let reached = 0x80
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= reached))
    delta += (next - reached) * (done + 1)
    for (const point of points) {
      if (point < next) delta += 1
      if (point !== next) continue
      out += digitsOf(delta, bias)
      bias = adapted(delta, done + 1, done === plain.length)
      delta = 0
      done += 1
    }
    delta += 1
    reached = next + 1
  }
  return out
}

const base = 36
const digit = (value: number): string => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(value)

/** A number in digits whose weights depend on the bias. */
function digitsOf(delta: number, bias: number): string {
  let digits = ''
  let rest = delta
  for (let step = base; ; step += base) {
    const threshold = Math.min(26, Math.max(1, step - bias))
    if (rest < threshold) return digits + digit(rest)
    digits += digit(threshold + ((rest - threshold) % (base - threshold)))
    rest = Math.floor((rest - threshold) / (base - threshold))
  }
}

/** RFC 3492 section 6.1. */
function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2))
  rest += Math.floor(rest / points)
  let bias = 0
  for (; rest > 455; bias += base) rest = Math.floor(rest / (base - 1))
  return bias + Math.floor((base * rest) / (rest + 38))
}
