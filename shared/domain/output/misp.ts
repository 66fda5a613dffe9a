/** A case as a MISP event (draft-dulaunoy-misp-core-format): unpublished and for the own organisation, whoever takes it in decides. */
import type { CaseObservable } from '../case/case.ts'
import type { Phase, Severity } from '../case/vocabulary.ts'
import { beganAt, hashName, rsitParts, type ExportContent, type ExportTools } from './export-content.ts'

const threatLevels: Readonly<Record<Severity, string>> = { critical: '1', high: '1', medium: '2', low: '3' }
const analyses: Readonly<Record<Phase, string>> = {
  triage: '0',
  coordination: '1',
  analysis: '1',
  resolution: '1',
  closed: '2',
}

/** Numbers are strings in this format; only flags are not. */
const seconds = (iso: string): string => String(Math.floor(Date.parse(iso) / 1_000))

/** JSON text with values as they are: for programs, never for a mail's text. */
export function mispEvent(content: ExportContent, tools: ExportTools): string {
  const { team, number, title, updatedAt, severity, phase } = content
  const org = { id: '0', uuid: tools.idIn(teamNamespace, team.domain), name: team.name }
  const attributes = [...content.observables.map((one) => observable(content, tools, one)), ...times(content, tools)]
  const event = {
    id: '0',
    uuid: tools.id('event'),
    info: `${number} ${title}`,
    date: beganAt(content).slice(0, 10),
    timestamp: seconds(updatedAt),
    publish_timestamp: '0',
    published: false,
    org_id: '0',
    orgc_id: '0',
    Org: org,
    Orgc: org,
    distribution: '0',
    sharing_group_id: '0',
    threat_level_id: severity === null ? '4' : threatLevels[severity],
    analysis: analyses[phase],
    attribute_count: String(attributes.length),
    Tag: tags(content).map((name) => ({ name })),
    Attribute: attributes,
  }
  return `${JSON.stringify({ Event: event }, null, 2)}\n`
}

/** RFC 9562: the namespace of domain names. */
export const teamNamespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

function tags({ tlp, pap, rsit, kind }: ExportContent): readonly string[] {
  const parts = rsitParts(rsit)
  return [
    `tlp:${tlp.toLowerCase()}`,
    ...(pap === null ? [] : [`PAP:${pap}`]),
    ...(parts === null ? [] : [parts.type === null ? `rsit:${parts.group}` : `rsit:${parts.group}="${parts.type}"`]),
    ...(kind === 'incident' ? [] : [`signet:kind="${kind}"`]),
  ]
}

const attribute = (content: ExportContent, tools: ExportTools, name: string, fields: object): object => ({
  uuid: tools.id(`attribute ${name}`),
  distribution: '5',
  sharing_group_id: '0',
  timestamp: seconds(content.updatedAt),
  deleted: false,
  disable_correlation: false,
  ...fields,
})

const observable = (content: ExportContent, tools: ExportTools, one: CaseObservable): object =>
  attribute(content, tools, `${one.type} ${one.value}`, {
    ...placeOf(content, one),
    value: one.type === 'asn' ? one.value.replace(/^as/i, '') : one.value,
    to_ids: one.type !== 'other' && (one.state === 'suspicious' || one.state === 'confirmed'),
    comment: one.state,
  })

/** A type must be one of its category (core format, section 2.4.2.3). */
function placeOf({ flows }: ExportContent, { type, value }: CaseObservable): { type: string; category: string } {
  const network = 'Network activity'
  switch (type) {
    case 'ip':
    case 'cidr': {
      const isTarget = flows.some(({ destinationIps }) => destinationIps.includes(value))
      const isSource = flows.some(({ sourceIps }) => sourceIps.includes(value))
      return { type: isTarget && !isSource ? 'ip-dst' : 'ip-src', category: network }
    }
    case 'domain':
    case 'url':
      return { type, category: network }
    case 'asn':
      return { type: 'AS', category: network }
    case 'email':
      return { type: 'email-src', category: 'Payload delivery' }
    case 'hash':
      return { type: hashName(value) ?? 'other', category: hashName(value) === null ? 'Other' : 'Payload delivery' }
    case 'cve':
      return { type: 'vulnerability', category: 'External analysis' }
    case 'other':
      return { type: 'text', category: 'Other' }
  }
}

/** What happened and when, as attributes: an event of MISP has one date only. */
const times = (content: ExportContent, tools: ExportTools): readonly object[] =>
  content.events.map(({ id, at, atText, what }) =>
    attribute(content, tools, `time ${id}`, {
      type: at === null ? 'text' : 'datetime',
      category: 'Other',
      value: at ?? `${atText} (no zone)`,
      to_ids: false,
      comment: what,
    }),
  )
