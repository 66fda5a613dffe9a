/** What is said about messages on their way out: files that go with them, splitting, sealing. */
export const exchangeOut = {
  'draft-too-many-files':
    'A message carries at most {limit} files. Nothing was attached. Put them into one archive, or write a second message.',
  'draft-file-empty': 'The file {name} is empty. Nothing was attached. Choose the file that you meant.',
  'draft-too-large-for-mail':
    'The files are {size} MB together, and mail servers take {limit} MB at most. Nothing was released. Send a large file by itself as a .pgp file, and the text as a mail without it.',
  'draft-nothing-to-split':
    'There is nothing to split: all recipients would go into the same message. Nothing was changed.',
  'key-locked':
    'Your key {fingerprint} is locked with a passphrase of its own. Nothing was changed. Give that passphrase and go on.',
  'cli.in-or-template': 'Give a text by --in or a template by --template, not both.',
} as const
