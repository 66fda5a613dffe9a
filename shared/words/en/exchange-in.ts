/** What is said about messages that came in: what to do next, what an attachment is, what was noted of it in a case. */
export const exchangeIn = {
  'exchange-not-released':
    'This message has not been released, so it cannot have been sent. Nothing was changed. Release it first.',
  'exchange-not-in':
    'This message went out from here; there is nothing of it to open or to check again. Nothing was changed.',
  'exchange-no-attachment':
    'The message has no attachment {name}. Nothing was changed. Open the message again and choose from its list.',
  'signature-none-in-file':
    'There is no OpenPGP signature in {name}. Nothing was changed. Choose the file that ends in .asc or .sig.',

  'cli.signature-one-file': 'A signature belongs to one file. Give one FILE with --signature.',

  'large.beside-unchecked':
    'The file is too large for the signature beside it to be checked. What it proves by itself is shown.',

  // Notes in the journal of a case
  'exchange.note.sent': 'The message "{subject}" to {partner} was sent.',
  'exchange.note.checked':
    'The signature of the message "{subject}" from {partner} was checked again: {state>sigstate}.',
  'exchange.note.opened': 'The message "{subject}" from {partner} could be opened now: signature {state>sigstate}.',
  'exchange.note.saved': 'The attachment {name} (SHA-256 {sha256}) was saved out of the vault; the case is {tlp}.',
  'sigstate.none': 'none',
  'sigstate.good': 'good',
  'sigstate.bad': 'bad',
  'sigstate.unknown-key': 'by a key that is not here',
  'sigstate.key-expired': 'right, the key has expired',
  'sigstate.key-revoked': 'right, the key has been revoked',
  'sigstate.weak': 'too weak to prove anything',
  'sigstate.partial': 'right, but not over all of the message',

  // To be sent to the sender as it is
  'ask.no-key':
    'Your message is encrypted to {keyids}, a key that we do not have. Please encrypt it to our current key {fingerprint} and send it again.',
  'ask.no-key-at-all':
    'Your message is encrypted to {keyids}, a key that we do not have. Please ask us for our current key and send it again.',
  'ask.password-only':
    'Your message is encrypted with a password. Please encrypt it to our OpenPGP key instead, and do not send the password.',
  'ask.no-integrity':
    'Your program encrypted without integrity protection, so that the message could have been altered on its way, and we did not open it. Please use a current program (GnuPG 2, Thunderbird) and send it again.',
  'ask.weak-cipher':
    'Your program encrypted with {cipher}, which our key does not list. Please have it use AES and send the message again.',
  'ask.damaged':
    'Your message arrived broken: it could not be read to its end. Please send it again, the encrypted text as a file beside the mail.',
  'ask.tampered':
    'A message in your name failed its integrity check here: it was altered or damaged on its way. Please tell us whether you sent one, and send it again as a file.',
  'ask.empty': 'Your message arrived without any content. Please send it again.',
  'ask.not-recognised':
    'What you sent is no mail, no text and no OpenPGP data. Please tell us what it is and how it was made.',
  'ask.too-large': 'Your message is larger than the {limit} MB that we open. Please send it in parts.',
  'ask.another-way':
    'Your message is built in a way that our program does not open. Please send the text as plain text and every file on its own.',
  'ask.signature-bad':
    'The signature of your message does not fit what arrived here: it was altered on its way. Please send it again, signed, as a file.',
  'ask.signature-weak':
    'Your message is signed with a key or a hash that is too weak to prove anything. Please sign with SHA-256 or better and a current key, and send it again.',
  'ask.key-expired': 'Your key {fingerprint} has expired. Please send us the renewed one.',
  'ask.key-revoked':
    'Your message is signed with your key {fingerprint}, which you have revoked. Please send us your current key, and confirm the message by telephone.',

  // Why an attachment is not shown
  'look.too-large':
    'The attachment has {size} MB; up to {limit} MB are looked at here. Save it to look at it elsewhere.',
  'look.image-too-large':
    'The image claims to be {width} by {height}. It is not shown: decoding it could take all memory. Save it to look at it elsewhere.',
  'look.image-damaged': 'This begins like an image, but its size cannot be read. It is not shown.',
  'look.archive-damaged': 'This begins like an archive, but its list of contents cannot be read. It is not shown.',
  'look.archive-kind': 'Archives of this kind ({kind}) are not listed here. Save it to look at it elsewhere.',
  'look.program': 'This is a program. It is not shown and never run here.',
  'look.document':
    'Documents of this kind ({kind}) are not shown here: they can hold code. Save it to look at it elsewhere.',
  'look.unknown': 'This is no text, image, mail or archive that Signet knows. Save it to look at it elsewhere.',
  'look.not-opened': 'The attached message could not be opened: {why}',

  // What was noticed in an archive
  'archive.parent': 'leads out of its folder with ".."',
  'archive.absolute': 'names a place from the root of the disk',
  'archive.drive': 'names a drive',
  'archive.unc': 'names another computer',
  'archive.nul': 'has a character in its name that cuts the name short',
  'archive.hidden-characters': 'has invisible or direction characters in its name; they are left out here',
  'archive.link': 'is a link to {target}',
  'archive.device': 'is a device, not a file',
  'archive.same-name': 'has the name of another entry, or differs from it only in case or in how letters are written',
  'archive.ratio': 'claims to unpack to {ratio} times its size',
  'archive.overlaps': 'shares its bytes with another entry',
  'archive.encrypted': '{count|One entry is|# entries are} locked with a password.',
  'archive.bomb': 'The archive claims to unpack to {size} MB, {ratio} times its size. It may be made to do harm.',
  'archive.dangerous':
    '{count|One entry|# entries} would write outside the folder it is unpacked in, or {count|is|are} a link. Do not unpack it with a common program.',
  'archive.overlapping': 'Entries share the same bytes, as no packing program makes it. It may be made to do harm.',
  'archive.more': 'Only the first {shown} of {total} entries are shown.',
  'archive.unreadable': 'The list of contents is damaged and was not read to its end. There may be more.',
  'archive.cut-short': 'The archive was not read to its end: after {size} MB reading was stopped. There may be more.',
} as const
