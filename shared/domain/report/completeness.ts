/** Measures a report against the fields that M-46 asks for; what is missing is what the reply asks for. */
import { reportFields, type ReportEvent, type ReportField, type ReportReading } from './report-reading.ts'

/** A field is present where every event has it: one event without a zone is a reason to ask. */
export function completenessOf(events: readonly ReportEvent[], hasLog: boolean): ReportReading['completeness'] {
  const has = (field: ReportField): boolean =>
    field === 'log-file' ? hasLog : events.length > 0 && events.every((event) => eventHas(event, field))
  return { present: reportFields.filter(has), missing: reportFields.filter((field) => !has(field)) }
}

function eventHas(event: ReportEvent, field: Exclude<ReportField, 'log-file'>): boolean {
  switch (field) {
    case 'time':
      return event.atText !== null
    case 'time-zone':
      return event.at !== null
    case 'source-ip':
      return event.sourceIps.length > 0
    case 'source-port':
      return event.sourcePorts.length > 0
    case 'protocol':
      return event.protocol !== null
    case 'destination-ip':
      return event.destinationIps.length > 0
    case 'destination-port':
      return event.destinationPorts.length > 0
  }
}
