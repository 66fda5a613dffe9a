/** What the card reader found in a team's own description: what it says, and what that means for whoever wants to reach the team. */
export const cards = {
  'card-too-large':
    'The document has {size} characters; the limit for a team description is {limit}. Nothing was read. Cut it down to the description itself.',
  'card-not-recognised':
    'This does not read like a team description after RFC 2350: hardly any of its parts were found. Check that it is the right file.',
  'card-cut':
    'The text has more lines than any team description. Reading stopped at line {line}; what comes after it is not on the card.',
  'hidden-characters':
    'The document holds {count|one character|# characters} that nobody sees or that turn the direction of writing. They were left out of every value: compare addresses and numbers with another source.',
  'document-old':
    'The document is of {date}, {years} years ago. Check telephone and key with the team before relying on them.',
  'document-cut':
    'The text stops in the middle of a sentence, and its last chapters are missing. Get the whole document.',
  'date-unknown': 'The document does not say when it was last updated.',
  'date-ambiguous': 'The date "{printed}" can be {taken} or {other}. It was read as {taken}.',
  'text-rejoined': 'A paragraph is cut here, as by the end of a page. It was joined again.',
  'url-with-blanks': 'The address "{url}" has blanks in it and will be cut where it is used as a link.',
  'domain-alias':
    'The document names {document} as its place, its mail addresses are on {mail}. Expect both when a sender is checked.',
  'name-variants': 'The document spells the name of its host in several ways: {names}. Expect each of them.',
  'template-residue': '"{residue}" was left over from the template of RFC 2350. It says nothing about this team.',
  'address-invalid': '"{address}" is not a mail address: its domain has no ending. It was not taken over.',
  'address-hidden': 'A mail address is hidden in the source at this place. It was not guessed: look at the original.',
  'address-disguised': '"{printed}" was read as {address}.',
  'do-not-use': '{address} must not be used to report incidents: the document says so.',
  'mail-none-for-incidents': 'The document has no mail address for incidents. Use the telephone or the form.',
  'key-only-for-other-mail':
    'The published key belongs to an address that does not take incident reports. Ask the team how to send encrypted reports.',
  'key-none-in-document':
    'Encryption is asked for, but the document holds neither a key nor a fingerprint. Get the key and check it by a call.',
  'key-id-short': 'The key id {keyId} is too short to tell keys apart. Only the whole fingerprint counts.',
  'key-damaged':
    'The printed key block is damaged ({count|one fault|# faults}). Have it examined before use, or ask the team for a new copy.',
  'key-block-no-end': 'The key block has no end line: it was cut.',
  'key-block-headers-in-body':
    'Comment lines stand inside the body of the key block, where a program takes them for data.',
  'key-block-fence': 'A code fence stands inside the key block.',
  'key-block-checksum-glued': 'The checksum of the key block is glued to its last line.',
  'key-block-characters': 'The key block holds characters that do not belong there.',
  'key-block-length': 'The key block has {count} characters of data, not a multiple of four: at least one was lost.',
  'key-block-checksum-wrong':
    'The checksum of the key block is {printed}, its data give {computed}: data were changed or lost.',
  'key-block-no-checksum': 'The key block has no checksum.',
  'key-expired': 'The key expired on {date}, as the document itself says. Do not encrypt to it; ask for the new one.',
  'key-signing-only': 'This key only signs, says the document. Never encrypt to it.',
  'fingerprint-mismatch':
    'The key id {keyId} is not the end of the fingerprint {fingerprint}. One of them is wrong: take neither until the team confirms one.',
  'fingerprint-invalid':
    'The printed fingerprint {fingerprint} has {count} digits; a whole one has 40 or 64. It was not taken over.',
  'phone-no-country':
    'The number {number} has no country code, and the document does not show the country. It cannot be called from abroad as it stands.',
  'phone-doubtful':
    'The number {number} is not in the numbering plan of its country as known here. It may be old or mistyped.',
  'phone-pin': 'The team asks for a PIN on the telephone. Have it at hand before the call.',
  'phone-on-call':
    'Outside the hours somebody is on call by telephone, at least for customers. The document gives no number or hours for that.',
  'constituent-channel-unpublished': 'The team has channels for its own customers that this document does not publish.',
  'public-key-ambiguous': '"With the public key" can mean: encrypt to theirs, or attach yours. Do both.',
  'zone-conflict': 'The document says "{printed}", which is not what {zone} keeps. The rules of {zone} are used.',
  'zone-several': 'The team works in several time zones ("{printed}"). {zone} is used, from its address.',
  'zone-named': 'The document names the zone.',
  'zone-by-place': 'The zone is that of the place in the address.',
  'zone-by-country': 'The zone is that of the country.',
  'zone-unknown': 'The time zone cannot be told from "{printed}". Local time is unknown.',
  'hours-unknown': 'The document gives no hours. They are unknown, which does not mean closed.',
  'hours-days-assumed': 'The hours are printed without days. Monday to Friday was assumed.',
  'holidays-unknown':
    'The team is closed on holidays, and the document does not list them. Enter the calendar by hand.',
  'coverage-conditional': 'Round the clock only for some ({audience}), not for everyone.',
  'working-day-undefined':
    'The document promises an answer in working days and does not say what one is. Counted here: the same time of day on the next working day.',
  'form-contradiction':
    'The document asks for its form here, and says on line {line} that there is none. Use the list of facts that it asks for.',
  'count-contradiction':
    'Rank {rank} speaks of the {said} items above, but {counted} stand there. The order was kept as printed.',
  'encrypt-rule-conflict':
    'Reports must be encrypted, yet line {line} allows plain mail for data of low sensitivity. Encrypt reports; plain mail will do for harmless follow-ups.',
  'encrypt-but-phone':
    'Everything sent by mail must be encrypted, yet line {line} takes reports by telephone. The rule is for mail; on the telephone, expect to be identified.',
  'phone-secure-but-second':
    'The telephone counts as secure enough here, but line {line} makes it the second choice or the slower one. Use it where mail will not do.',
  'staff-identity-conflict':
    'The staff go by a code here and by their full names on line {line}. Ask for both, and note the one that is given.',
  'phases-other':
    'The team counts its phases as {phases}. The desk works with triage, coordination and resolution; analysis is part of them.',
  'signature-source-weak':
    'The signature is fetched from {url}: over an open line or from another domain than the mail. Check it with a key that you already trust.',
  'document-place-newer':
    'The document is of {date}, but its address carries the year {year}. There may be a newer edition.',
  'tlp-before-two': 'The document is older than TLP 2.0: read its WHITE as CLEAR.',
} as const
