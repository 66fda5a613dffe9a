/** What is said about encrypted and signed messages and about keys: never more than was proved. */
export const pgp = {
  // Why a message was not opened
  'message-empty': 'The message is empty. Nothing was changed. Ask the sender to send it again.',
  'message-not-recognised':
    'This is no mail, no text and no OpenPGP data. Nothing was changed. Ask the sender what it is and how it was made.',
  'message-damaged':
    'The message is broken and could not be read to the end. Nothing of it is shown. Ask the sender to send it again, as a file.',
  'message-no-key':
    'The message is encrypted to {keyids}, and no secret key for that is here. Nothing of it is shown. Import the key, or ask the sender to encrypt to your current one.',
  'message-password-only':
    'The message is encrypted with a password, not to a key. Nothing of it is shown. Ask the sender to encrypt it to your key.',
  'message-key-locked':
    'The message is for your key {fingerprint}, which is locked. Nothing of it is shown. Give the passphrase of that key and open the message again.',
  'message-tampered':
    'The message was altered or damaged on its way: its integrity check fails. Nothing of it is shown. Do not answer it; ask the sender by another channel.',
  'message-no-integrity':
    'The message is encrypted without integrity protection and could have been altered. It was not opened. Ask the sender for a current program and to send it again.',
  'message-weak-cipher':
    "The sender's program encrypted with {cipher}, which your key does not list and Signet does not open. Nothing of it is shown. Ask the sender to use AES.",
  'message-too-large':
    'The message is larger than {limit} MB, as it is or unpacked. It was not opened. Ask the sender for it in parts.',
  'message-too-deep':
    'The message is nested more than {limit} levels deep, as no mail program does it. It was not opened. It may be made to do harm.',
  'message-too-many-parts':
    'The message has more than {limit} parts. It was not opened. It may be made to do harm; ask the sender for it another way.',
  'message-headers-too-large':
    'The headers of the message are larger than {limit} bytes. It was not opened. It may be made to do harm.',
  'message-too-many-recipients':
    'The message is encrypted to more than {limit} keys or asks for as many attempts. It was not opened. It may be made to do harm; ask the sender to encrypt to your key alone.',
  'message-too-slow':
    'Reading the message takes longer than {seconds} seconds allow. It was not opened. It may be made to do harm; ask the sender for it another way.',

  // What was noticed in a message
  'text-outside':
    '{count|One part|# parts} of the message {count|stands|stand} outside the protection and may come from anybody. Read it apart from the rest.',
  'signature-over-ciphertext':
    'The signature is around the encryption: the signer sent this, but need not have written it.',
  'signature-bad': 'The signature that names key {key} does not fit: the text was altered, or it is not from that key.',
  'signature-unreadable': 'There is a signature, but it cannot be read. Treat the message as unsigned.',
  'signature-wrong-type': 'There is a signature of a kind that signs no text. Treat the message as unsigned.',
  'signature-unknown-key': 'Signed by key {key}, which is not here, so it proves nothing yet. Import the key to check.',
  'signature-key-revoked':
    'The signature fits key {fingerprint}, but that key has been revoked. Ask the sender by another channel.',
  'signature-key-revoked-since':
    'The signature fits key {fingerprint}, which has been retired or replaced since; it says it was made before, at {at}. Ask the sender for the current key.',
  'signature-weak':
    'The signature fits key {fingerprint}, but its key or its hash is too weak to prove anything today.',
  'signature-too-weak':
    'The signature that names key {key} uses a hash too weak to be checked. Treat the message as unsigned.',
  'signature-after-expiry': 'The signature fits key {fingerprint}, but was made when that key had expired.',
  'signature-key-expired-since':
    'The signature fits key {fingerprint} and was made while it was valid; the key has expired since. Ask the sender for the renewed key.',
  'signature-expired': 'The signature fits key {fingerprint}, but was valid for a limited time that is over.',
  'signature-older-than-key':
    'The signature claims to be older than the key {fingerprint} that made it. Treat the message as unsigned.',
  'signature-key-not-allowed':
    'The signature was made with a part of key {fingerprint} that may not sign. Treat the message as unsigned.',
  'signature-time-ahead':
    'The signature fits key {fingerprint}, but is dated {at}, in the future, so it does not count. If the clock of this computer is wrong, set it and open the message again.',
  'signature-names-no-key':
    'There is a signature that names no key, so it proves nothing. Treat the message as unsigned.',
  'signature-contradicts':
    'The signature names two different keys, {key} among them. No program writes that. Treat the message as unsigned.',
  'signature-demanding':
    'The signature fits key {fingerprint}, but demands that a condition be met which Signet does not know. It does not count; ask the sender what it means.',
  'signature-for-others':
    'The text was signed for the holders of {fingerprints} and not for the key that opened it: somebody else may have passed it on. The signature does not count.',
  'signatures-left': '{count|One more signature was|# more signatures were} not looked at.',
  'signature-alone': 'This is a signature without the text it belongs to. Open the signed file together with it.',
  'signature-checksum-wrong':
    'The checksum of the signature block does not fit, as after damage on the way. What the signature proves is said apart from that.',
  'signer-not-sender':
    'The mail says it is from {from}, but the signature is from {signer}. The signature does not vouch for that sender.',
  'from-differs': 'The mail names {outer} as its sender outside and {inner} inside the protection.',
  'clear-signed-malformed':
    'The signed text is not built as it must be, so that programs could see different texts in it. Treat it as unsigned.',
  'signed-malformed': 'The mail claims to be signed, but has no signature where it belongs. Treat it as unsigned.',
  'smime-not-checked': 'The mail has an S/MIME signature. Signet does not check those. Treat it as unsigned.',
  'encrypted-rewrapped': 'A mail server on the way has rebuilt this encrypted mail. It could still be opened.',
  'armour-checksum-wrong':
    'The checksum of the OpenPGP block does not fit, as after damage on the way. What was encrypted or signed in it was checked by itself; anything else may be damaged.',
  'armour-broken':
    'An OpenPGP block in this message has lost its first or last line and was not opened. Ask the sender to send it again, as a file.',
  'charset-outside':
    'The text holds characters whose coding ({charset}) is named or guessed outside the protection. Compare names and figures with the sender if they matter.',
  'header-differs':
    'The field {field} says {outer} outside and {inner} inside the protection. What is shown is what stands inside.',
  'header-repeated': 'The field {field} is there more than once, and programs differ in which one they show.',
  'header-turns-around':
    'The subject or the name of the sender held characters that turn text around. They were taken out.',
  'from-name-is-address': 'The sender calls itself {name}, but the address is {from}.',
  'attachment-signed': 'The signature beside {name} is good: it was signed with key {fingerprint}.',
  'attachment-signature-unproved': 'The signature beside {name} proves nothing. See what was found about it.',
  'attachment-not-opened': 'The attachment {name} is encrypted and was not opened. It is kept as it came.',
  'attachment-renamed':
    'An attachment had a name that is not safe or not what it looks like. Here it is called {name}.',
  'secret-key-attached': 'There is a secret key in this message. Whoever owns it must revoke it. It was not imported.',

  // Sealing
  'seal-no-recipient': 'There is no recipient to encrypt to. Nothing was written. Choose at least one key.',
  'seal-attachments-need-eml':
    'This form carries either a text or one file. Nothing was written. Choose the mail form (.eml) for a text with attachments.',
  'header-not-allowed':
    'The field {field} holds line breaks, control characters or something that is no address. Nothing was written. Write it again on one line.',
  'key-cannot-encrypt':
    'The key {fingerprint} cannot be encrypted to: it is expired, revoked or has no encryption key. Nothing was written. Get the current key of that recipient.',
  'key-cannot-sign':
    'Your key {fingerprint} cannot sign: it is expired, revoked or has no signing key. Nothing was written. Extend it or choose another one.',
  'seal-failed':
    'The message could not be encrypted. Nothing was written. Check the keys with "key inspect" and try again.',

  // Keys
  'keys-none':
    'There is no OpenPGP key in {name}. Nothing was changed. Look for a block that begins with BEGIN PGP PUBLIC KEY BLOCK.',
  'key-unreadable': 'A key block is there, but nothing in it can be proved. Ask for a clean copy of the key.',
  'key-passphrase-wrong': 'That passphrase does not unlock the key {fingerprint}. Nothing was changed. Try again.',
  'key-not-secret': 'There is no readable secret key here. Nothing was changed. Choose the file with your own key.',
  'key-user-id-invalid':
    'A key needs a name without "<" or ">" and a valid mail address. No key was made. Correct them and try again.',
  'key-differs':
    'These are two different keys: {one} and {other}. Nothing was changed. Import the other one beside it.',
  'key-packets-dropped': 'Parts of the key are damaged and were left out. What remains verifies. Ask for a clean copy.',
  'key-layout-mended':
    'The layout of the key block was damaged and was put right without changing a character of the key.',
  'crc-mismatch': 'The checksum of the key block does not fit. Ask for a clean copy of the key.',
  'armour-characters':
    'Characters stand in the key block that cannot be part of a key. Ask for a clean copy of the key.',
  'armour-no-end': 'The key block has no END line; it may have been cut off.',
  'sha1-self-signature': 'The key binds its name with SHA-1, which some programs refuse. Ask the owner to renew it.',
  'weak-algorithm': 'The key uses {algorithm}, which is too weak to rely on. Ask the owner for a new key.',
  'no-encryption-subkey':
    'The key can check signatures, but there is no usable encryption key with it. Ask for a current copy.',
  'no-user-id': 'No name on the key is signed by the key itself, so it says nothing about whose it is.',
  'user-id-unsigned':
    '{count|One name|# names} on the key {count|is|are} not signed by the key itself and {count|is|are} not shown: anybody could have added that.',
  'key-is-expired': 'The key expired on {date}. Ask the owner for the renewed key.',
  'key-is-revoked': 'The key has been revoked by its owner. Do not use it.',
  'key-version-new': 'The key is of version 6. Most programs in use do not read it yet.',
  'key-id-collision': 'Another key here ends in the same eight digits. Compare all of the fingerprint.',
} as const
