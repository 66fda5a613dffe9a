/** What is said about work on contacts: checks of who they are, client PINs, what lapses, lists taken in, cards given out. */
export const cardWork = {
  'check-lapsed-already':
    'A check that lapses on {date} would have lapsed already. Nothing was written. Give a later day, or none.',
  'mail-back-other-address':
    'A mail-back counts only for an address on the card ({addresses}), never for one from the message. Nothing was written. Ask at one of those, or correct the card first.',
  'pin-easy':
    'That PIN is among the first that anybody tries. Nothing was set. Take digits that do not run and do not repeat.',
  'pin-wait':
    'Too many wrong PINs for this client. Nothing was told. Wait {seconds} s; setting the clock does not help.',
  'pin-not-found': 'That PIN is not on this card any more. Nothing was checked. Open the card again.',
  'job-not-found': 'That work is not listed any more. What it had taken in is there.',
  'horizon.key-then': 'After that nothing can be encrypted to {name}, and their new signatures do not count.',
  'horizon.key-next': 'Ask {name} for the renewed key and compare its fingerprint by telephone.',
  'horizon.own-key-then': 'After that nobody can encrypt to us, and our signatures do not count.',
  'horizon.own-key-next': 'Extend the key and send the new public key to the partners.',
  'horizon.card-then': 'What the card of {name} says may no longer be true: numbers, hours and keys change.',
  'horizon.card-next': 'Get their current document and take it in; the differences are shown.',
  'horizon.check-then': 'After that {name} counts as not checked, and nothing confidential should rest on it.',
  'horizon.check-next': 'Check them again: call the number on the card.',
} as const
