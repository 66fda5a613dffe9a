/** What the key doctor says: what was put right, what that proves, and why a key was not repaired. */
export const keyRepair = {
  'key-repaired':
    'The key block was damaged in {count|one character|# characters} and has been put together again: its checksum, the announced fingerprint and every signature of the key on itself fit, so it is the key with that fingerprint. Whether the fingerprint is theirs is not proved. Confirm it by a call, and ask for a clean copy.',
  'key-repaired-no-checksum':
    'The key block was damaged in {count|one character|# characters} and has been put together again. It has no checksum; the announced fingerprint and every signature of the key on itself fit, so it is the key with that fingerprint. Whether the fingerprint is theirs is not proved. Confirm it by a call, and ask for a clean copy.',
  'key-part-unproved':
    'Parts of this damaged key do not verify, and a revocation could be among them. Do not encrypt to it; ask for a clean copy.',
  'repair-unannounced':
    'The key block is damaged. It was not repaired, because no full fingerprint is announced for it. Give the fingerprint that the team announces, or ask for a clean copy.',
  'repair-not-found':
    'The key block is damaged, and no repair of it can be proved. Nothing was changed. Ask for a clean copy of the key.',
  'repair-ambiguous':
    'The key block is damaged, and more than one repair would fit. None was made. Ask for a clean copy of the key.',
  'repair-stopped':
    'The key block is damaged, and no repair was proved in the time that there is for it. Nothing was changed. Ask for a clean copy of the key.',
  'repair-too-long':
    'The key block is damaged and longer than {limit} characters, too long to be repaired. Ask for a clean copy of the key.',
  'repair-secret':
    'The block of a secret key is damaged. Secret keys are never repaired. Take the key from where it was made.',

  // One changed character, counted from 1 in the base64 of the block as it is printed
  'key-repair.changed': 'character {at}: {was} should be {is}',
  'key-repair.lost': 'before character {at}: {is} was lost',
  'key-repair.extra': 'character {at}: {was} is too many',

  // The states of a key, in a sentence
  'key-says.usable': 'The key is whole, and can be encrypted to today.',
  'key-says.repaired':
    'Repaired and proved: damaged in the document, put together again, and it is the announced key. Confirm the fingerprint by a call.',
  'key-says.identity-only':
    'It is the key with this fingerprint, but it cannot be encrypted to as it stands here. Ask for a clean copy.',
  'key-says.unreadable': 'A key block is there, but nothing of it can be proved. Ask for a clean copy.',
  'key-says.not-included':
    'Only a fingerprint is printed. Get the key from the team and compare all of the fingerprint.',
  'key-says.expired': 'The key has expired. Do not encrypt to it; ask for the renewed key.',
  'key-says.revoked': 'The key has been revoked by its owner. Do not use it.',
} as const
