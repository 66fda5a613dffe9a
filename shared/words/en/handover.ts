/** Work that travels between analysts and copies of a vault: what is refused, and what is written about it. */
export const handoverWords = {
  'capsule-none':
    'The file {name} is no capsule of Signet. Nothing was changed. Choose a file that "handover give" wrote.',
  'capsule-newer':
    'This capsule was written by a newer Signet (format {format}). Nothing of it was taken. Open it with that version, or ask for one of this.',
  'capsule-damaged':
    'The capsule is damaged ({detail}). Nothing of it was taken; what is here is as it was. Ask for it again.',
  'capsule-tampered':
    'The capsule was changed after it was sealed. Nothing of it was taken; what is here is as it was. Ask the giver, by telephone, for a new one.',
  'capsule-stranger':
    'The capsule is not signed by a desk key that was verified here. Nothing of it was taken. If a colleague made it, import and verify their desk key first.',
  'capsule-key-ended':
    'The capsule is signed by the desk key {fingerprint}, which has ended. Nothing of it was taken. Ask the giver for a new desk key and verify it.',
  'capsule-for-another':
    'The capsule is sealed for another desk, not for this one. Nothing of it was taken. Ask the giver for one to the desk key of this copy.',
  'capsule-own': 'That is the desk key of this very copy. Nothing was changed. Choose the key of the other desk.',
  'capsule-older':
    'The capsule of {from} of {at} is older than one that was taken here (of {taken}), and everything in it is here already. Nothing was changed.',
  'capsule-too-large':
    'The capsule holds more than {limit} MB beside its files. Nothing of it was taken. Ask for it in parts, by cases.',
  'capsule-number-clash':
    'The case {number} of the capsule is another one than the case of that number here: the two copies have the same tag. Nothing of it was taken. Ask the giver which of the two copies was made by hand.',
  'capsule-not-found': 'That capsule is not open any more. Nothing was changed. Open the file again.',
  'capsule-question-unknown':
    'What was decided is no question of this capsule any more: the case has changed here. Nothing was taken. Look at it again.',
  'capsule-taken-in-part':
    'Of the {total} cases of the capsule {done} were taken before it ended ({detail}). Each of these is whole, and nothing that was here is lost. Take the capsule once more: what is here already is not taken twice.',
  'capsule-stopped': 'Taking the capsule was stopped. Nothing was changed.',
  'capsule-key-unverified':
    'The key {fingerprint} is not a desk key of our own team that was verified here. Nothing was written. Verify it with its owner first.',
  'capsule-case-stopped':
    'Case {number} may not leave, not even to a colleague: {reason} Nothing was written. Leave it out.',
  'capsule-field-not-empty':
    'This capsule would make the vault the further copy {tag}, but it has cases of its own already. Nothing was taken. Take it into a new, empty vault.',
  'capsule-secrets-own':
    'Secret keys go along to another copy of your own only, not to a colleague. Nothing was written.',
  'capsule-field-reason': 'As at copy {tag} when the field copy was made, {at}.',
  'capsule-exchange-unread':
    'This message came in a capsule and had not been opened there. The original is here. Check it again with the keys of this desk.',
  'capsule-key-told': 'Said by {code} in a capsule: {trust}, {how}. {note} Nothing was decided here.',

  'handover-given': 'The handover is given and waits to be taken. Nothing was changed. Withdraw it first, or wait.',
  'handover-not-given': 'No handover is given. Nothing was changed.',
  'handover-full': 'A handover takes {limit} lines by hand. Nothing was added. Write the rest into the notes.',
  'handover-none': 'No handover came to this desk. Nothing was changed. Open the capsule of the giver first.',
  'handover-line-unknown': 'That line is not in the handover any more. Nothing was changed.',
  'handover-taken': 'The handover is taken already. Nothing was changed.',
  'handover-not-taken': 'The handover is not taken. Nothing was changed. Read its lines and take over first.',
  'handover-receipt-due':
    'The desk of the giver was told that you have taken over. Nothing was changed. Write the receipt that says that you gave it back first.',
  'handover-unread':
    '{count|One line is|# lines are} not read yet. Nothing was changed: duty stays with the giver until every line is.',
  'handover-back-late':
    'It could be given back until {until}. Nothing was changed. Give a handover of your own instead.',
  'handover.said-newer': 'Something that this version has no words for',
  'handover.owner-reason': 'Handover of the shift, {from} to {to}',
  'handover.back-reason': 'Handover given back, {from} to {to}',
  'handover.left.draft': 'Draft: {subject}',
  'handover.left.key': 'Key not verified yet: {name}',
  'handover.left.call': 'Call awaited from {whom}: {what}',
  'handover.left.promise': 'Promised until {due}: {text}',
  'evidence-not-here':
    'The file {name} is not in this vault: the case came in a capsule without its evidence. Its hash and custody are here. Ask for a capsule with evidence.',
} as const
