/** Which parts the edit sheet has, in groups, and how each is typed. */
import { cardRoles } from '../../../shared/domain/card/fields.ts'
import type { Choice } from '../../ui/choice.ts'
import { t } from '../../ui/t.ts'
import type { PartId } from './edit-texts.ts'

interface Group {
  readonly id: 'who' | 'ways' | 'hours' | 'rules' | 'serve' | 'ours'
  readonly parts: readonly PartId[]
}

export const groups: readonly Group[] = [
  {
    id: 'who',
    parts: [
      'names.short',
      'names.full',
      'names.host',
      'names.others',
      'address',
      'country',
      'subdivision',
      'languages',
    ],
  },
  { id: 'ways', parts: ['phones', 'emails', 'forms', 'keys'] },
  { id: 'hours', parts: ['timeZone', 'hours', 'coverage', 'closures'] },
  { id: 'rules', parts: ['channelRules', 'preferred', 'urgent', 'responsePromises', 'tlp', 'priorities'] },
  { id: 'serve', parts: ['constituency', 'networks.cidrs', 'networks.domains', 'networks.asns'] },
  { id: 'ours', parts: ['members', 'roles', 'note'] },
]

/** Lines shown for a part that holds several. */
export const rowsOf: Partial<Readonly<Record<PartId, number>>> = {
  'names.others': 2,
  address: 3,
  emails: 3,
  phones: 3,
  forms: 2,
  keys: 2,
  coverage: 2,
  closures: 2,
  channelRules: 3,
  responsePromises: 2,
  priorities: 3,
  constituency: 3,
  'networks.cidrs': 3,
  'networks.domains': 2,
  members: 3,
  note: 3,
}

/** Written as codes, not as prose. */
export const monoParts: ReadonlySet<PartId> = new Set([
  'country',
  'subdivision',
  'languages',
  'emails',
  'phones',
  'forms',
  'keys',
  'hours',
  'coverage',
  'closures',
  'channelRules',
  'responsePromises',
  'networks.cidrs',
  'networks.domains',
  'networks.asns',
  'members',
])

export function labelOf(part: PartId): string {
  switch (part) {
    case 'names.short':
    case 'names.full':
    case 'names.host':
    case 'names.others':
    case 'networks.cidrs':
    case 'networks.domains':
    case 'networks.asns':
    case 'closures':
    case 'note':
    case 'roles':
      return t(`cardedit.${part}`)
    default:
      return t(`cardfield.${part}`)
  }
}

const hinted = [
  'names.others',
  'country',
  'subdivision',
  'languages',
  'emails',
  'phones',
  'forms',
  'keys',
  'hours',
  'coverage',
  'responsePromises',
  'urgent',
  'networks.cidrs',
  'networks.domains',
  'networks.asns',
  'members',
  'channelRules',
  'priorities',
  'closures',
] as const

/** How it is written. */
export function hintOf(part: PartId): string | undefined {
  const known = hinted.find((one) => one === part)
  return known === undefined ? undefined : t(`cardedit.hint.${known}`)
}

const unknown = (): Choice<string> => ({ value: '', label: t('cardedit.choice-unknown') })

/** Undefined for what is typed. `now`: the value on the card, offered even where this machine does not list it. */
export function choicesOf(part: PartId, now: string): readonly Choice<string>[] | undefined {
  if (part === 'preferred')
    return [
      unknown(),
      ...(['email', 'phone', 'form'] as const).map((value) => ({ value, label: t(`cardpage.channel.${value}`) })),
    ]
  if (part === 'tlp')
    return [unknown(), { value: 'yes', label: t('cardpage.tlp-yes') }, { value: 'no', label: t('cardpage.tlp-no') }]
  if (part !== 'timeZone') return undefined
  const zones = Intl.supportedValuesOf('timeZone')
  const all = now === '' || zones.includes(now) ? zones : [now, ...zones]
  return [unknown(), ...all.map((value) => ({ value, label: value }))]
}

export const roleChoices = () => cardRoles.map((id) => ({ id, label: t(`role.${id}`) }))
