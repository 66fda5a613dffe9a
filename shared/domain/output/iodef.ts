/** A case as an IODEF version 2 document (RFC 7970): the order of the elements is that of the RFC's schema. */
import type { Phase, Severity } from '../case/vocabulary.ts'
import { tlpLabel, type Tlp } from '../marking/tlp.ts'
import { beganAt, type ExportContent, type ExportTools } from './export-content.ts'
import { observableElement } from './iodef-observable.ts'
import { flowEvents } from './iodef-flow.ts'
import { element, type Xml } from './xml.ts'

const namespaces = {
  xmlns: 'urn:ietf:params:xml:ns:iodef-2.0',
  'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#',
}

const statuses: Readonly<Record<Phase, string>> = {
  triage: 'new',
  coordination: 'in-progress',
  analysis: 'in-progress',
  resolution: 'in-progress',
  closed: 'resolved',
}
const severities: Readonly<Record<Severity, string>> = { critical: 'high', high: 'high', medium: 'medium', low: 'low' }

/** RFC 7970 section 3.3.1 knows four colours of TLP 1.0; CLEAR is its white, and STRICT is never plain amber. */
function restriction(tlp: Tlp): Readonly<Record<string, string>> {
  switch (tlp) {
    case 'CLEAR':
      return { restriction: 'white' }
    case 'GREEN':
      return { restriction: 'green' }
    case 'AMBER':
      return { restriction: 'amber' }
    case 'AMBER+STRICT':
      return { restriction: 'ext-value', 'ext-restriction': tlpLabel(tlp) }
    case 'RED':
      return { restriction: 'red' }
  }
}

const text = (name: string, value: string | null): readonly Xml[] =>
  value === null || value === '' ? [] : [element(name, {}, [value])]

/** UTF-8 XML with live values; `now` is when the file is written. */
export function iodefDocument(content: ExportContent, tools: ExportTools, now: string): string {
  const { number, team, title, tlp, phase, openedAt, closingNote } = content
  const incident = element(
    'Incident',
    { purpose: 'reporting', status: statuses[phase], 'xml:lang': 'en', ...restriction(tlp) },
    [
      element('IncidentID', { name: team.domain }, [number]),
      ...text('StartTime', beganAt(content)),
      ...text('ReportTime', openedAt),
      ...text('GenerationTime', now),
      ...text('Description', title),
      ...text('Description', closingNote),
      assessment(content),
      ...method(content),
      contact(content),
      ...content.events.map(({ at, atText, what }) => eventData(at, atText, what)),
      ...flowEvents(content),
      ...indicators(content, tools),
      element('AdditionalData', { dtype: 'string', meaning: 'TLP 2.0' }, [tlpLabel(tlp)]),
      ...(content.pap === null ? [] : [element('AdditionalData', { dtype: 'string', meaning: 'PAP' }, [content.pap])]),
    ],
  )
  const document = element(
    'IODEF-Document',
    { version: '2.00', 'xml:lang': 'en', ...namespaces, 'private-enum-name': team.domain },
    [incident],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document.xml}\n`
}

/** Section 3.12: one impact at least; which one it was, a case does not say. */
function assessment({ occurred, severity, rsit }: ExportContent): Xml {
  const occurrence = occurred === null ? null : occurred === 'yes' ? 'actual' : 'potential'
  return element('Assessment', { occurrence }, [
    ...text('IncidentCategory', rsit),
    element('SystemImpact', { severity: severity === null ? null : severities[severity], type: 'unknown' }, []),
  ])
}

const method = ({ observables }: ExportContent): readonly Xml[] => {
  const cves = observables.filter(({ type }) => type === 'cve')
  return cves.length === 0
    ? []
    : [
        element(
          'Method',
          {},
          cves.map(({ value }) => element('Reference', {}, text('Description', value))),
        ),
      ]
}

const contact = ({ team }: ExportContent): Xml =>
  element('Contact', { role: 'creator', type: 'organization' }, [
    ...text('ContactName', team.name),
    ...(team.address === '' ? [] : [element('Email', {}, text('EmailTo', team.address))]),
  ])

/** A time without a zone is no time of a program: it stands in the words. */
const eventData = (at: string | null, atText: string, what: string): Xml =>
  element('EventData', {}, [
    ...text('Description', at === null ? `${what} (${atText}, no zone)` : what),
    ...text('StartTime', at),
  ])

function indicators({ observables, team, openedAt }: ExportContent, tools: ExportTools): readonly Xml[] {
  const told = observables.filter(({ type }) => type !== 'cve')
  if (told.length === 0) return []
  return [
    element(
      'IndicatorData',
      {},
      told.map((one) =>
        element('Indicator', {}, [
          element('IndicatorID', { name: team.domain, version: '1' }, [tools.id(`indicator ${one.type} ${one.value}`)]),
          ...text('Description', one.state),
          ...text('StartTime', openedAt),
          element('Observable', {}, [observableElement(one, tools)]),
        ]),
      ),
    ),
  ]
}
