/** Tells whether two opening hours in OpenStreetMap's syntax say the same in other words: "Su-Th" and "Mo-Th,Su". */

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Days of a range, over the end of the week too; an unknown word stands for itself. */
function daysOf(part: string): readonly string[] {
  const [first = '', last = first] = part.split('-')
  const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last)]
  if (from < 0 || to < 0) return [part]
  const count = ((to - from + DAYS.length) % DAYS.length) + 1
  return Array.from({ length: count }, (_, step) => DAYS[(from + step) % DAYS.length] ?? '')
}

const listed = (list: string): string =>
  list
    .split(',')
    .flatMap((part) => daysOf(part))
    .toSorted()
    .join(',')

/** Rules in any order; days written out; times as they are. */
const plain = (osm: string): string =>
  osm
    .replaceAll(/\s*,\s*/g, ',')
    .split(';')
    .map((rule) => rule.trim().split(/\s+/).map(listed).join(' '))
    .toSorted()
    .join(';')

export const sameHours = (expected: string, got: string): boolean => plain(expected) === plain(got)
