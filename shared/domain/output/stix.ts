/** A case as a STIX 2.1 bundle: an incident, what was observed, indicators where somebody suspects them, all marked with TLP 2.0. */
import type { CaseObservable } from '../case/case.ts'
import { tlpLabel, type Tlp } from '../marking/tlp.ts'
import { beganAt, lastAt, rsitParts, type ExportContent, type ExportTools } from './export-content.ts'
import { teamNamespace } from './misp.ts'
import { cyberObservable, stixPattern, type StixObject } from './stix-observable.ts'

/** The five definitions of OASIS (cti-stix-common-objects), word for word: everybody's ids, never our own. */
const tlpIds: Readonly<Record<Tlp, string>> = {
  CLEAR: '94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': '939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'e828b379-4e03-4974-9ac4-e53a884c97c1',
}
const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

export const markingId = (tlp: Tlp): string => `marking-definition--${tlpIds[tlp]}`

export const markingDefinition = (tlp: Tlp): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: markingId(tlp),
  created: '2022-10-01T00:00:00.000Z',
  name: tlpLabel(tlp),
  extensions: { [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: tlp.toLowerCase() } },
})

/** JSON text with live values. Whatever it holds is marked with the strictest label of the case. */
export function stixBundle(content: ExportContent, tools: ExportTools): string {
  const { team, tlp, openedAt, updatedAt } = content
  const marks = { object_marking_refs: [markingId(tlp)] }
  const identity = `identity--${tools.idIn(teamNamespace, team.domain)}`
  const made = (type: string, name: string, fields: object): StixObject => ({
    type,
    spec_version: '2.1',
    id: `${type}--${tools.id(name)}`,
    created_by_ref: identity,
    created: openedAt,
    modified: updatedAt,
    ...fields,
    ...marks,
  })
  const told = content.observables
  const seen = told.flatMap((one) => {
    const sco = cyberObservable(one, tools)
    return sco === null ? [] : [{ ...sco, ...marks }]
  })
  const parts: readonly StixObject[] = [
    made('incident', 'incident', incident(content)),
    ...(seen.length === 0 ? [] : [made('observed-data', 'observed-data', observed(content, seen)), ...seen]),
    ...told
      .filter(isSuspected)
      .map((one) => made('indicator', `indicator ${one.type} ${one.value}`, indicator(one, openedAt))),
    ...told
      .filter(({ type }) => type === 'cve')
      .map(({ value }) =>
        made('vulnerability', `vulnerability ${value}`, {
          name: value,
          external_references: [{ source_name: 'cve', external_id: value }],
        }),
      ),
  ]
  const refs = parts.map(({ id }) => id)
  const objects = [
    markingDefinition(tlp),
    {
      type: 'identity',
      spec_version: '2.1',
      id: identity,
      created: openedAt,
      modified: openedAt,
      name: team.name,
      identity_class: 'organization',
      ...(team.address === '' ? {} : { contact_information: team.address }),
      ...marks,
    },
    ...parts,
    ...notes(content).map(({ id, ...text }) => made('note', `note ${id}`, { ...text, object_refs: refs.slice(0, 1) })),
    made('report', 'report', {
      name: `${content.number} ${content.title}`,
      report_types: ['threat-report'],
      published: updatedAt,
      object_refs: refs,
    }),
  ]
  return `${JSON.stringify({ type: 'bundle', id: `bundle--${tools.id('bundle')}`, objects }, null, 2)}\n`
}

function incident({ number, title, rsit, kind, closingNote }: ExportContent): object {
  const parts = rsitParts(rsit)
  return {
    name: `${number} ${title}`,
    ...(closingNote === '' ? {} : { description: closingNote }),
    labels: [kind, ...(parts === null ? [] : [`rsit:${parts.group}${parts.type === null ? '' : `="${parts.type}"`}`])],
    external_references: [{ source_name: 'signet', external_id: number }],
  }
}

const observed = (content: ExportContent, seen: readonly StixObject[]): object => ({
  first_observed: beganAt(content),
  last_observed: lastAt(content),
  number_observed: 1,
  object_refs: seen.map(({ id }) => id),
})

const isSuspected = (one: CaseObservable): boolean =>
  (one.state === 'suspicious' || one.state === 'confirmed') && stixPattern(one) !== null

const indicator = (one: CaseObservable, openedAt: string): object => ({
  name: one.value,
  indicator_types: [one.state === 'confirmed' ? 'malicious-activity' : 'anomalous-activity'],
  pattern: stixPattern(one),
  pattern_type: 'stix',
  pattern_version: '2.1',
  valid_from: openedAt,
})

interface Text {
  readonly id: string
  readonly abstract: string
  readonly content: string
}

/** Times with what happened, and what has no object of its own in STIX. */
function notes({ events, observables }: ExportContent): readonly Text[] {
  const others = observables.filter((one) => one.type !== 'cve' && stixPattern(one) === null)
  return [
    ...events.map(({ id, at, atText, what }) => ({ id, abstract: at ?? `${atText} (no zone)`, content: what })),
    ...others.map(({ type, value }) => ({ id: `${type} ${value}`, abstract: type, content: value })),
  ]
}
