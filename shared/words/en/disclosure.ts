/** What the release point says: why something may not go out, on which condition it may, and why it may. */
export const disclosure = {
  'release.nobody': 'There is no recipient. Nothing goes out. Choose one.',
  'release.marking': '{marking} allows these recipients',
  'release.looser-than-case':
    'The message is marked {marking}, the case {caseMarking}. Nothing goes out. Mark it like the case, or give the reason why it may be looser.',
  'release.loosened': 'Marked {marking} although the case is {caseMarking}: {reason}',
  'release.text-is-stricter':
    'The text quotes {quoted}, the message is marked {marking}. Take the quoted part out, or mark the message like it.',
  'release.never-in-clear': '{marking} never goes by mail in clear. Encrypt it, or telephone.',
  'release.form-readers':
    '{marking} in a web form: who reads it is not known. Telephone instead, or write only what a stranger may read.',
  'release.outside-organisation':
    '{name} is outside our organisation, and {marking} stays inside it. Take {name} off, or ask the source for a wider marking.',
  'release.not-public': '{marking} is not for the public, and {name} is. Only TLP:CLEAR goes there.',
  'release.not-published':
    '{marking} is for persons who are named, and {name} is everybody whom we serve. Take {name} off.',
  'release.need-to-know':
    '{marking} goes to clients who need it to protect themselves, not to all of them. Say who of {name} needs it.',
  'release.red-outside':
    '{marking} is for the persons it was told to, and {name} is outside our organisation. Ask the source first.',
  'release.red-person':
    '{marking} goes to the persons whom its source names, and {name} is outside our organisation. Say that the source agreed to it, or that it is ours.',
  'release.named-persons':
    '{marking} goes to named persons only, and {name} is read by several. Name the person it is for, and say so in the message.',

  'release.key-none':
    'There is no key for {name}. Nothing can be encrypted to them. Ask them for it, and check its fingerprint by telephone.',
  'release.key-expired': 'The key of {name} expired on {expires}. Ask them for the extended key.',
  'release.key-revoked':
    'The key of {name} was revoked by its owner. It is never used again. Ask them for the new one.',
  'release.key-identity-only':
    'What is left of the key of {name} proves who they are, but nothing can be encrypted to it. Ask them for a new copy.',
  'release.key-unreadable': 'The key of {name} is damaged beyond repair. Ask them for a new copy.',
  'release.key-not-included':
    'Only the fingerprint of the key of {name} is known, not the key. Ask them for it, and compare.',
  'release.key-rejected': 'The key {fingerprint} was rejected as not belonging to {name}. Nothing is encrypted to it.',
  'release.key-verified': 'The key of {name} was verified',
  'release.key-repaired-verified': 'The key of {name} was repaired, proved and verified',
  'release.key-unverified':
    'Nobody has checked that the key {fingerprint} belongs to {name}. Check it by a call to the number on their card, then go on.',
  'release.key-repaired':
    'The key of {name} was repaired, and the repair is proved, but its fingerprint stands in the same document. Call the number on their card, compare {fingerprint}, then go on.',

  'release.no-address': 'No address for incidents is known for {name}, nor another way. Look for one in the directory.',
  'release.no-address-instead': 'No address for incidents is known for {name}. Their card offers: {instead}.',
  'release.do-not-use':
    '{name} asks not to use {address} for incidents. Their card offers no other way; look in the directory.',
  'release.do-not-use-instead': '{name} asks not to use {address} for incidents. Their card offers: {instead}.',
  'release.must-encrypt': '{name} asks for encrypted mail here ({when}). Encrypt it, or telephone.',
  'release.plain-allowed': 'The card of {name} allows mail in clear for this',
  'release.phone': 'Telephone to {name}: call the number on their card, and make sure whom you speak to',
  'release.form': 'The form of {name}: Signet prepares the text, you enter it',
} as const
