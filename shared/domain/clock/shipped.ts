/**
 * What Signet ships for the clocks, in force until the team decides. The legal table is a start and no advice: rows whose source
 * was read say so; the others say "confirm with counsel" (facts: standards 14), and national law stands before all of them.
 */
import type { LegalUnit } from './legal-units.ts'
import type { ClockSettings, LegalRule } from './settings.ts'

type Shipped = Partial<LegalRule> & Pick<LegalRule, 'id' | 'name' | 'source'>

const read = 'read in the text, 2026-11'
const confirm = '2026-11, confirm with counsel'
const nis2 = 'Directive (EU) 2022/2555, Article 23'
const dora = 'Regulation (EU) 2022/2554, Article 19(4); Delegated Regulation (EU) 2025/301'
const cra = 'Regulation (EU) 2024/2847, Article 14'
const spain = 'Guía nacional de notificación y gestión de ciberincidentes (2020)'

const row = (amount: number | null, unit: LegalUnit, rule: Shipped): LegalRule => ({
  version: confirm,
  after: null,
  latest: null,
  whose: 'entity',
  kinds: [],
  always: false,
  ...rule,
  amount,
  unit,
})

const hours = (amount: number, rule: Shipped): LegalRule => row(amount, 'hours', rule)
const days = (amount: number, rule: Shipped): LegalRule => row(amount, 'days', rule)
const month = (rule: Shipped): LegalRule => row(1, 'months', rule)
/** A step that only starts others. */
const step = (rule: Shipped): LegalRule => row(null, 'hours', rule)

const ofNis2 = { version: read, always: true, kinds: ['incident'] } satisfies Partial<LegalRule>
const ofIncident = { kinds: ['incident'] } satisfies Partial<LegalRule>
const ofVulnerability = { kinds: ['vulnerability'] } satisfies Partial<LegalRule>

const legal: readonly LegalRule[] = [
  hours(24, { ...ofNis2, id: 'nis2-warning', name: 'NIS2 early warning', source: `${nis2}(4)(a)` }),
  hours(72, { ...ofNis2, id: 'nis2-notice', name: 'NIS2 incident notification', source: `${nis2}(4)(b)` }),
  month({ ...ofNis2, id: 'nis2-final', name: 'NIS2 final report', source: `${nis2}(4)(d)`, after: 'nis2-notice' }),
  hours(24, {
    ...ofNis2,
    id: 'nis2-answer',
    name: 'Our answer to the early warning',
    source: `${nis2}(5)`,
    after: 'nis2-warning',
    whose: 'csirt',
  }),
  hours(72, {
    ...ofIncident,
    always: true,
    id: 'gdpr-33',
    name: 'GDPR notification to the supervisory authority',
    source: 'Regulation (EU) 2016/679, Article 33(1)',
  }),
  step({ ...ofIncident, id: 'dora-major', name: 'DORA: classified as major', source: dora }),
  hours(4, {
    ...ofIncident,
    id: 'dora-initial',
    name: 'DORA initial notification',
    source: dora,
    after: 'dora-major',
    latest: { amount: 24, unit: 'hours' },
  }),
  hours(72, {
    ...ofIncident,
    id: 'dora-intermediate',
    name: 'DORA intermediate report',
    source: dora,
    after: 'dora-initial',
  }),
  month({ ...ofIncident, id: 'dora-final', name: 'DORA final report', source: dora, after: 'dora-intermediate' }),
  hours(24, {
    ...ofVulnerability,
    id: 'cra-vulnerability-warning',
    name: 'CRA early warning, exploited vulnerability',
    source: `${cra}(2)(a)`,
  }),
  hours(72, {
    ...ofVulnerability,
    id: 'cra-vulnerability-notice',
    name: 'CRA vulnerability notification',
    source: `${cra}(2)(b)`,
  }),
  step({ ...ofVulnerability, id: 'cra-fix', name: 'CRA: a fix is available', source: `${cra}(2)(c)` }),
  days(14, {
    ...ofVulnerability,
    id: 'cra-vulnerability-final',
    name: 'CRA final report, vulnerability',
    source: `${cra}(2)(c)`,
    after: 'cra-fix',
  }),
  hours(24, {
    ...ofIncident,
    id: 'cra-incident-warning',
    name: 'CRA early warning, severe incident',
    source: `${cra}(4)(a)`,
  }),
  hours(72, {
    ...ofIncident,
    id: 'cra-incident-notice',
    name: 'CRA incident notification',
    source: `${cra}(4)(b)`,
  }),
  month({
    ...ofIncident,
    id: 'cra-incident-final',
    name: 'CRA final report, severe incident',
    source: `${cra}(4)(c)`,
    after: 'cra-incident-notice',
  }),
  hours(1, {
    ...ofIncident,
    id: 'es-initial',
    name: 'ES guide, first notice',
    source: `${spain}: critical to high, at once`,
  }),
  hours(24, {
    ...ofIncident,
    id: 'es-critical-intermediate',
    name: 'ES guide, interim report, critical',
    source: `${spain}: critical, 24 to 48 h`,
    after: 'es-initial',
  }),
  days(20, {
    ...ofIncident,
    id: 'es-critical-final',
    name: 'ES guide, final report, critical',
    source: `${spain}: critical`,
    after: 'es-initial',
  }),
  hours(72, {
    ...ofIncident,
    id: 'es-high-intermediate',
    name: 'ES guide, interim report, very high',
    source: `${spain}: very high`,
    after: 'es-initial',
  }),
  days(40, {
    ...ofIncident,
    id: 'es-high-final',
    name: 'ES guide, final report, very high',
    source: `${spain}: very high`,
    after: 'es-initial',
  }),
]

/** First response within one working day (M-23) is the one promise that the teams' documents make; the resolution is promised by none. */
export const shippedClocks: ClockSettings = {
  responseDays: 1,
  silenceDays: 5,
  resolutionDays: { P1: null, P2: null, P3: null, P4: null },
  pauseReasons: [
    'Waiting for the reporter',
    'Waiting for the constituent',
    'Waiting for the vendor',
    'Waiting for the authorities',
    'Told by the constituent to wait',
  ],
  legal: [...legal],
  retention: { other: 60 },
}
