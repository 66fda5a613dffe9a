/** What kinds of information a text seems to hold, each with why: a person confirms, nothing is set by itself. */
import type { CaseState } from '../case/case.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { InfoClass } from './classes.ts'

export interface ProposedClass {
  readonly class: InfoClass
  readonly because: Saying
}

interface About {
  readonly state: CaseState | null
  readonly text: string
  /** What in the text tells who and where it is about (find-items.ts). */
  readonly people: readonly string[]
  readonly places: readonly string[]
}

/** In the order of the classes; at most one reason each. */
export function proposedClasses({ state, text, people, places }: About): readonly ProposedClass[] {
  const user = people[0] ?? compromised(state)
  const site = places[0]
  const attacker = hostileIn(state, text)
  const cve = /\bCVE-\d{4}-\d{4,7}\b/i.exec(text)?.[0]
  const found: readonly (ProposedClass | null)[] = [
    user === undefined ? null : { class: 'private-user', because: saying('because.class-user', { item: user }) },
    attacker === undefined
      ? null
      : { class: 'intruder', because: saying('because.class-intruder', { item: attacker }) },
    site === undefined ? null : { class: 'private-site', because: saying('because.class-site', { item: site }) },
    vulnerability(state, cve),
    state === null || people.length + places.length === 0
      ? null
      : { class: 'embarrassing', because: saying('because.class-embarrassing', { number: state.number }) },
  ]
  return found.filter((one) => one !== null)
}

function vulnerability(state: CaseState | null, cve: string | undefined): ProposedClass | null {
  if (cve !== undefined) return { class: 'vulnerability', because: saying('because.class-cve', { cve }) }
  return state?.kind === 'vulnerability'
    ? { class: 'vulnerability', because: saying('because.class-vulnerability-case', { number: state.number }) }
    : null
}

const compromised = (state: CaseState | null): string | undefined =>
  state?.observables.find(({ state: set }) => set === 'compromised')?.value

const hostileIn = (state: CaseState | null, text: string): string | undefined => {
  const plain = text.toLowerCase().replaceAll(/[[\]]/g, '')
  return state?.observables.find(
    ({ state: set, value }) => (set === 'suspicious' || set === 'confirmed') && plain.includes(value.toLowerCase()),
  )?.value
}
