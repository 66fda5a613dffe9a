/** What is said about the cards that are kept: what looks alike, what a change asks for, why one is refused. */
export const cardStore = {
  'card-source-several': 'The file holds {count} cards. This is the first; "card import" takes them all.',

  'card-key-changed':
    'The new source of {name} gives another key than the card: {fingerprints}. Nothing was stored. Compare the whole fingerprint with the team over a telephone number that you had before, then confirm it.',
  'card-preview-gone': 'What was read is no longer held. Nothing was stored. Choose the file again.',
  'card-is-own':
    'This is the card of our own team: the clocks follow it. Nothing was changed. Set another card as our own first.',
  'card-merge-self': 'A card cannot be merged with itself. Nothing was changed. Choose another one.',
  'card-in-draft':
    'A draft is addressed to {name} ("{subject}"). Nothing was removed. Take the team out of the draft, or drop the draft, first.',
  'card-source-gone': 'That source is not on this card any more. Open the card again.',
  'card-source-no-text': 'That source came without a text of its own: it is an entry of a list.',

  'edit-phone':
    '"{value}" is no telephone number that can be dialled from abroad. Nothing was saved. Write it like +34 910 000 000.',
  'edit-network':
    '"{value}" is no network. Nothing was saved. Write its first address and its length, like 192.0.2.0/24 or 2001:db8::/32.',
  'edit-domain': '"{value}" is no domain name. Nothing was saved. Write it like example.org or *.example.org.',
  'edit-language': '"{value}" is no language tag. Nothing was saved. Write it like en, es or pt-BR (RFC 5646).',
  'edit-duration':
    '"{value}" is no length of time. Nothing was saved. Write it like PT4H, P2D or P1WD for one working day.',
  'edit-url': '"{value}" is no web address. Nothing was saved. Write it like https://example.org/report.',
  'edit-fingerprint': '"{value}" is no whole fingerprint. Nothing was saved. Take the 40 or 64 digits of the desk key.',
  'edit-country': '"{value}" is no country. Nothing was saved. Take its two letters after ISO 3166, like ES.',
  'edit-subdivision': '"{value}" is not in {country}. Nothing was saved. Take the code after ISO 3166-2, like ES-PV.',

  'card-store.kept': 'kept when {source} was taken in',
  'card-store.merged': 'kept when {name} was merged with this card',
  'card-store.taken': 'taken from {name} when it was merged with this card',

  'alike.file': 'It came from this very file before.',
  'alike.signer': 'It is signed with key {fingerprint}, which belongs to this card.',
  'alike.key': 'Both print key {fingerprint}.',
  'alike.name': 'Both are called {name}.',
  'alike.address': 'Both take incidents at {address}.',
  'alike.domain-and-name': 'Both write from {domain}, and their names share "{name}".',
  'alike.phone': 'Both answer at {phone}.',
  'alike.similar-name': 'Their names share "{name}".',
  'alike.domain': 'Both write from {domain}.',
} as const
