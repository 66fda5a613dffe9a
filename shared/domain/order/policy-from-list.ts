/** A team's own list of priorities, as its document has it (RFC 2350 section 4.1), made into a policy that can be corrected. */
import { say } from '../../words/say.ts'
import type { Band } from './ladder.ts'
import type { Policy, PolicyRung } from './policy.ts'
import { sourceNotes } from './policy-faults.ts'
import { presets } from './presets.ts'

/** The most that a policy holds. */
const most = 40

/**
 * Items from the most to the least urgent, in the words of the source. Bands go by thirds (P1, P2, P3), since a list says none;
 * an item that is one of the shipped ladder brings that rung's id, band, hints and classes. Faults of the source become notes.
 */
export function policyFromList(name: string, items: readonly string[]): Policy {
  const base = presets.ladder
  const taken = new Set<number>()
  const rungs = items.slice(0, most).map((item, index): PolicyRung => {
    const text = item.trim().slice(0, 300)
    const twin = twinOf(
      text,
      base.rungs.filter(({ id }) => !taken.has(id)),
    )
    const id = twin?.id ?? freeId(taken)
    taken.add(id)
    const notes = sourceNotes(text, index).map((said) => say('en', said))
    return {
      id,
      name: text,
      band: bandByThird(index, Math.min(items.length, most)),
      hints: twin?.hints ?? [],
      rsit: twin?.rsit ?? [],
      note: notes.length === 0 ? null : notes.join(' '),
    }
  })
  return { ...base, name: name.slice(0, 300), rungs }
}

const bandByThird = (index: number, of: number): Band =>
  (['P1', 'P2', 'P3'] as const)[Math.floor((index * 3) / of)] ?? 'P3'

/** Ids above those that the presets use. */
function freeId(taken: ReadonlySet<number>): number {
  let id = 41
  while (taken.has(id)) id++
  return id
}

/** What the items of the ladder of M-24 say, in the words that documents use for them: enough of them tell which one is meant. */
const telling: Readonly<Record<number, readonly RegExp[]>> = {
  1: [/physical|human|life|lives|vida|leben|vie\b/i, /safety|threat|danger|seguridad|amenaza/i],
  2: [/root|system[- ]level|administrator/i, /backbone|management information|\bMIS\b|core/i],
  3: [/root|system[- ]level|administrator/i, /public|large|service machine|server/i],
  4: [/compromise|intrusion/i, /restricted|confidential|service accounts|software installation/i],
  5: [/denial of service|denegación de servicio|\bd?dos\b/i, /above|anterior|previous|items/i],
  6: [/above|anterior|previous/i, /other sites|originating|from our|otros/i],
  7: [/large[- ]scale|gran escala/i, /attack|sniffing|social engineering|password|ataque/i],
  8: [/threat|harass|criminal|amenaza|acoso/i, /individual|user|accounts?/i],
  9: [/compromise|intrusion/i, /individual|user accounts|multi-user/i],
  10: [/compromise|infect/i, /desktop|workstation|personal computer/i],
  11: [/forger|misrepresent|violation|spam|falsific/i],
  12: [/denial of service|mail ?bomb/i, /individual|user accounts|mail ?bomb/i],
}

/** The rung of which everything telling stands in the text; of several the one with most that tells. */
function twinOf(text: string, rungs: readonly PolicyRung[]): PolicyRung | undefined {
  return rungs.find(({ id }) => {
    const words = telling[id] ?? []
    return words.length > 0 && words.every((word) => word.test(text))
  })
}
