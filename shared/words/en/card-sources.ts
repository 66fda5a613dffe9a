/** What is said about the files that cards are read from: why one was not read, what was noticed in it, and what its signature proves. */
export const cardSources = {
  // Why a source was not read
  'source-is-directory':
    'The file {name} is a list of many teams, not the description of one. Nothing was read. Import it as a directory.',
  'source-too-large':
    'The file {name} has {size} MB; the limit for its kind is {limit} MB. Nothing was read. Ask for the description alone.',
  'source-not-text':
    'The file {name} is neither text nor a PDF. Nothing was read. Save the description as PDF or text and read that.',
  'pdf-encrypted':
    'The PDF {name} is locked with a password. Nothing was read. Ask for a copy without a password, or paste its text.',
  'pdf-broken': 'The PDF {name} is damaged and cannot be read. Nothing was stored. Fetch it again, or paste its text.',
  'pdf-no-text':
    'The PDF {name} holds pictures of text, but no text. Nothing was read: guessing from pictures would invent values. Type the card by hand, or ask for the text.',
  'pdf-too-long':
    'The PDF {name} has {pages} pages; the limit for a team description is {limit}. Nothing was read. Ask for the description alone.',
  'vcard-none': 'The file {name} begins like a vCard, but no entry in it could be read. Nothing was stored.',
  'vcard-too-many':
    'The file {name} holds {count} vCards; the limit is {limit}. Nothing was read. Split the file and read its parts.',

  // What was noticed in a PDF
  'pdf-page-unreadable': 'Page {page} of the PDF could not be read. What stands on it is missing here.',
  'pdf-has-script':
    'The PDF carries a script. It was not run. Descriptions of teams need none: treat the file with care.',
  'pdf-text-cut':
    'The PDF holds more text than a team description. What follows after {limit} characters was left out.',
  'pdf-word-joined':
    'A line ends with a hyphen inside an address. It was joined as {joined}: check whether the hyphen belongs to it.',

  // What was noticed in a page
  'html-hidden-text':
    '{count|One passage|# passages} of the page {count|is|are} hidden from its visitors and left out here.',
  'html-link-differs': 'A link that reads "{shown}" leads to {target}. Only what it reads was taken over.',
  'html-address-decoded': 'The page encodes the address {address} against robots. It was decoded as a browser does.',

  // What was noticed in a security.txt (RFC 9116)
  'security-txt-expired':
    'This security.txt expired on {date}. Its owner says not to rely on it since then: fetch the current one.',
  'security-txt-expires': 'This security.txt is valid until {date}.',
  'security-txt-long':
    'This security.txt is valid until {date}, more than a year ahead. It may be forgotten before then.',
  'security-txt-no-expiry': 'This security.txt does not say until when it is valid. Its age cannot be judged.',
  'security-txt-expiry-unreadable': 'The date of expiry "{text}" is not written as it must be. It was not taken over.',
  'security-txt-twice': 'The field {field} stands here more than once, but may only once. The first one was taken.',
  'security-txt-no-contact': 'This security.txt names no contact.',
  'security-txt-no-uri': '"{text}" lacks its "mailto:", "tel:" or "https:". It was read as {read}.',
  'security-txt-contact-unreadable': 'The contact "{text}" is of no kind known here. It was not taken over.',
  'security-txt-insecure': 'The address {url} is not protected by https: what comes from there may have been changed.',
  'security-txt-policy': 'The policy for reports of vulnerabilities stands at {url}.',
  'security-txt-not-official':
    'This file does not say where it belongs (Canonical). It may have been copied from anywhere.',
  'key-behind-url': 'The key is not in the document but at {url}. Signet opens no connection: fetch it and import it.',
  'fingerprint-unreadable': '"{text}" is no whole fingerprint. It was not taken over.',

  // What was noticed in a vCard (RFC 6350)
  'vcard-line-unreadable': '{count|One line|# lines} of this vCard could not be read, the first at line {line}.',
  'vcard-cut': 'This vCard has no end line: it was cut.',
  'vcard-old': 'This vCard is of version {version}. It was read as version 3.0; check its umlauts and accents.',
  'vcard-no-name': 'This vCard has no name.',
  'vcard-zone-unknown': 'The time zone "{text}" names no zone. Local time is unknown.',
  'vcard-key-other': 'The vCard holds a key of another kind than OpenPGP. It was left out.',

  // What the signature of a document proves (M-04, Z-20)
  'document-signature-damaged':
    'The document was signed, but its frame is damaged, so that the signature cannot be checked. Get the signed file itself, not a copy of its text.',
  'document-signature-missing':
    'The document begins as signed text, but its signature is not there. Treat it as unsigned.',
  'document-signature-outside':
    'Lines {from} to {to} stand outside the signed text and may come from anybody. Do not take them as signed.',
  'document-signature-parts': 'The document holds {count} signed parts. The verdict is that of the worst one.',
  'signature-file-unreadable': 'The file {name} beside the document is no signature that can be read.',
  'signed-copy-differs':
    'The signed copy {name} does not say the same as the document. Take the signed copy as the document instead.',
} as const
