/** Numbers and receipts between partners, and announcements to many. */
export const exchangeWork = {
  'numbering.unsigned':
    'It says that it is message {number}, but no good signature covers that: the number does not count.',
  'numbering.missing':
    'This is message {number}; {missing} did not come. Ask for it: your answer names what is missing.',
  'numbering.late': 'Message {number} came after later ones. Nothing is missing because of it.',
  'numbering.repeated':
    'Another message with other content has number {number}, too (taken in {at}). One of the two may not be theirs: read both.',
  'numbering.copy': 'The same message {number} was taken in before ({at}). Nothing is new in it.',
  'delivery.public': 'Everybody may read it, so it goes signed and readable.',
  'delivery.signed-only': 'No key of theirs can be used; the marking lets it go signed and readable.',
  'delivery.encrypted': 'Signed and encrypted to their key.',
  'bulletin-not-found': 'There is no such announcement here. It may have been dropped in another window.',
  'bulletin-released': 'It has been released and stays as it was signed. Write a new one that refers to it.',
  'bulletin-not-released': 'It has not been released yet, so nothing has become of it at anybody.',
  'bulletin-not-to': 'It did not go to this team.',
  'bulletin-no-title': 'It has no title.',
  'bulletin-no-text': 'It has no text.',
  'bulletin-nobody': 'It goes to nobody yet.',
  'bulletin-written': 'Announcement {number} released to {count}.',
  'bulletin-all-written': 'Its messages are written already. Mark what was sent, or write a new one.',
  'release.bulletin-marking':
    '{tlp} must not be put where others than its recipients can read it. Nothing was copied; release it to its recipients.',
} as const
