/** As whom somebody is judged: by the roles of their card, by what they are to the case, and by whose organisation they belong to. */
import type { CardRole } from '../card/fields.ts'
import type { PartyRole } from '../case/vocabulary.ts'
import type { RecipientClass } from './classes.ts'

const ofCard: Readonly<Record<CardRole, RecipientClass | null>> = {
  csirt: 'csirt',
  'national-csirt': 'csirt',
  constituent: 'users',
  provider: 'csirt',
  vendor: 'vendor',
  'law-enforcement': 'police',
  // An authority: what it requires by law it gets, as an investigation does.
  regulator: 'police',
  press: 'press',
  person: null,
  other: null,
}

const ofParty: Readonly<Record<PartyRole, RecipientClass | null>> = {
  affected: null,
  constituent: 'users',
  reporter: null,
  vendor: 'vendor',
  csirt: 'csirt',
  police: 'police',
  other: null,
}

/** Each once; our own team is management, and who has no role that says more is another site (M-33). */
export function recipientClassesOf(
  roles: readonly CardRole[],
  asParty: readonly PartyRole[],
  isOwn: boolean,
): readonly RecipientClass[] {
  if (isOwn) return ['management']
  const found = [...roles.map((role) => ofCard[role]), ...asParty.map((role) => ofParty[role])]
  const classes = [...new Set(found.filter((one) => one !== null))]
  return classes.length === 0 ? ['csirt'] : classes
}
