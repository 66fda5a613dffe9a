/** What is said about the keyring: updates, badges, own keys and their backups. */
export const keyringWords = {
  // What an update brought
  'key-update.revoked': 'The key was revoked by its owner. It stays revoked here, whatever older copies come.',
  'key-update.encrypts': 'It can be encrypted to again.',
  'key-update.no-end': 'It does not end any more.',
  'key-update.later': 'It now ends on {date}.',
  'key-update.earlier': 'It now ends on {date}, and not as it was known before.',
  'key-update.names': 'New on the key: {names}.',
  'key-update.names-gone': 'Taken back by its owner: {names}.',
  'key-update.subkeys': '{count|One new subkey|# new subkeys}.',
  'key-update.subkeys-revoked': '{count|One subkey was|# subkeys were} revoked.',
  'key-update.clean': 'A clean copy came: it is the key that was mended before.',
  'key-update.signatures': 'Only signatures on the key are new.',
  'key-update.secret': 'Its secret half is here now: it is a key of our own.',
  'key-update.kept-revoked': 'An older copy came. The key stays revoked.',

  // Why a key of a file was not taken, or what is to be known of it
  'keys-kbx':
    '{name} is a keybox of GnuPG, which only GnuPG reads. Nothing was changed. Export the keys there with "gpg --export --armor" and import that file.',
  'key-revocation-alone':
    'This is a revocation without its key, and no key here fits it. Nothing was changed. Import the key first, then this again.',
  'key-flooded':
    'The key has more than 5,000 parts or 4 MB, as no key has by itself: strangers have filled it with signatures. It was not read. Ask its owner for a clean copy.',
  'key-revoked-by-another':
    'The key {key} has signed a revocation of this key. Whether its owner named that key for it (designated revoker) is not checked here. Ask the owner before you use it.',
  'key-stopped':
    'This key took too long or too much to read, as if it were made to do that. It was left out. Ask its owner for a clean copy.',
  'wkd-name-differs':
    'The name of the file is the WKD hash of an address that the key does not have. Ask where the file comes from before you rely on it.',
  'key-locked-kept': 'It is locked, and its passphrase was not given: it is kept, and asked for when it is needed.',
  'key-changed-meanwhile': 'The key was changed by another step at the same moment. Import it again.',
  'paper-line-wrong':
    '{count|Line {lines} was|Lines {lines} were} not typed as printed: the check at the end does not fit. Nothing was changed. Compare and correct.',

  // Badges
  'key-badge.sha1': 'Its own signatures use SHA-1, which some programs refuse.',
  'key-badge.weak': 'It uses {algorithm}, which is too weak to rely on.',
  'key-badge.no-encryption': 'It cannot be encrypted to: there is no usable encryption key with it.',
  'key-badge.repaired': 'Mended from a damaged document and proved. Ask for a clean copy.',
  'key-badge.id-clash':
    'Shares its short or long key ID with {count|another key|# other keys} here. Compare all of the fingerprint.',
  'key-badge.address': 'None of its addresses stands on the card of {card}.',
  'key-badge.other-announced': 'The documents of {card} print another fingerprint.',
  'key-badge.none-announced': 'No document of {card} prints a fingerprint.',
  'key-badge.ends': 'Their key ends {days|in one day|in # days}. Ask for the renewed one.',
  'key-badge.own-ends': 'Our key ends {days|in one day|in # days}. Extend it and send it out.',
  'key-badge.locked': 'Locked: its passphrase is asked for when it is needed.',

  // Own keys
  'key-is-own': 'That is a key of our own. Nothing was changed. Revoke it, if it must no longer be used.',
  'key-not-own': 'That is not a key of our own. Nothing was changed.',
  'key-already-revoked': 'The key is revoked already, and that cannot be taken back. Nothing was changed.',
  'key-cannot-sign-for':
    'The key {fingerprint} cannot sign today: it has ended, was revoked or has no signing part. Nothing was changed.',
  'key-primary-elsewhere':
    'The primary half of this key is not here, so it can neither be extended nor revoked here. Nothing was changed. Do that where it is kept.',
  'key-extend-none': 'No part of the key could be given a new end. Nothing was changed.',
  'key-end-unrepresentable': 'That end is too far away for a key. Nothing was changed. Choose fewer days, or none.',
  'key-no-card': 'There is no card {id}. Nothing was changed.',
  'key-drop-typed': 'Those are not the last four digits of the fingerprint. Nothing was removed.',

  // On the command line
  'cli.help.key-extend': 'Gives a key of our own a new end, counted from now; none takes the end away.',
  'cli.help.key-passphrase': 'Gives a key of our own another passphrase (SIGNET_NEW_KEY_PASSPHRASE).',
  'cli.help.key-backup': 'Writes the secret key, locked by SIGNET_KEY_PASSPHRASE, with its public key and revocation.',
  'cli.help.key-card': 'Says whose key it is.',
  'cli.ask.new-key': 'New passphrase of the key: ',

  // The paper
  'key-paper.title': 'Backup of an OpenPGP key on paper',
  'key-paper.keep':
    'This page gives the key to whoever also knows its passphrase. Keep it locked away, apart from the passphrase, and destroy it when the key is no longer needed.',
  'key-paper.fingerprint': 'Fingerprint',
  'key-paper.user-ids': 'Names on the key',
  'key-paper.dates': 'Made {created}, ends {expires}; printed {printed}',
  'key-paper.no-end': 'never',
  'key-paper.what': 'What to do with it',
  'key-paper.restore':
    'To get the key back: type the lines below into a text file, with or without the number before and the check behind each line, and import that file as a key of our own with the passphrase that was given when this page was made. Signet says which lines do not fit. Any OpenPGP program reads the same text without the numbers and checks.',
  'key-paper.revoke':
    'To declare the key dead, where the key or its passphrase is lost: type the revocation, take the colon off its first line, import it, and send the public key to everybody who has it. It cannot be taken back.',
  'key-paper.secret': 'The secret key, locked by its passphrase',
  'key-paper.revocation': 'The revocation',
  'key-paper.no-revocation': 'No revocation was kept for this key.',
  'key-paper.line': 'Each line: number, text, check (CRC-24 of the text, as in OpenPGP armour).',
  'key-backup.revocation-note':
    'Revocation of this key. The colon before the next line keeps programs from applying it by mistake: take it off to declare the key dead.',
} as const
