/** What the full check, the backup and the inbox say. */
export const storeWords = {
  'checked-pages': 'Every page of the database decrypts and belongs where it is',
  'checked-database': 'The tables and indexes of the database agree',
  'checked-search': 'The search index holds together',
  'checked-log': 'The vault log chains from its first row to its sealed head',
  'checked-entries': 'Every journal entry matches its hash, and every one that was written is there',
  'checked-records': 'Every card, key, message and setting is as it was written',
  'checked-cases': 'What lists and search show of each case agrees with its journal',
  'checked-blobs': 'Every sealed file opens and matches its hash',

  'damage-size':
    'The database has {found} bytes where {expected} belong: it was cut or something was added. What reads is shown. Restore the last backup into a new folder.',
  'damage-page':
    'A page of the database does not verify ({detail}). What it held may not read. Restore the last backup into a new folder and compare.',
  'damage-page-old':
    'Page {page} of the database is an earlier one that was put back: what was written to it since is missing, and what reads may be out of date. Restore the last backup into a new folder and compare.',
  'damage-database':
    'The database does not hold together ({detail}). Everything sealed as files is separate from it. Restore the last backup into a new folder and compare.',
  'damage-search':
    'The search index does not hold together. The journals are not touched by that. Restore the last backup into a new folder, or go on without trusting that search finds all.',
  'damage-entry':
    'The journal entry {entry} of case {case} does not verify and is not shown. The other entries are safe. Compare the case with the last backup.',
  'damage-entries-missing':
    '{count|One journal entry|# journal entries} that the vault log names {count|is|are} missing. The other entries are safe. Compare with the last backup.',
  'damage-record': 'The {kind} {id} is not as it was written. The rest is safe. Compare it with the last backup.',
  'damage-case':
    'The lists show case {number} otherwise than its journal tells it. The journal counts and is safe. Open the case and save any change: that writes the lists anew.',
  'damage-case-journal':
    'The journal of case {number} is not whole: entries that the lists or its other entries know of are missing or do not verify. What is there reads. Take the case from the last backup before anything is added to it.',
  'damage-blob':
    'The sealed file {blob} is missing or damaged. The database and the other files are safe. Take that file from the last backup.',
  'damage-log-unread':
    'The end of the vault log does not read, so whether the last entries are all there cannot be told. Nothing more is written to this vault; what reads is shown. Restore the last backup into a new folder.',
  'damage-entries-unread':
    '{count|One journal entry stands|# journal entries stand} on a page that does not read. The cases they belong to are listed; the others are safe. Take those cases from the last backup.',
  'damage-records-unread':
    '{count|One card, message or setting stands|# cards, messages or settings stand} on a page that does not read. The others are safe. Restore the last backup into a new folder and compare.',
  'damage-records-missing':
    '{count|One card, message or setting|# cards, messages or settings} that the vault log names {count|is|are} missing. The others are safe. Compare with the last backup.',
  'damage-case-unread':
    'The case {number} cannot be read: a page of it does not verify. The other cases are safe. Take it from the last backup.',
  'damage-cases-unread':
    'The list of cases reads only up to its row {count}: those behind it are in no list and cannot be named. Their journals may be safe. Restore the last backup into a new folder and compare.',
  'damage-index':
    '{count|One row of|# rows of} {table} and what finds {count|it|them} do not agree ({index}): an older page may have been put back. The rows themselves are checked apart. Restore the last backup into a new folder and compare.',
  'vault-quiet-lost':
    '{count|One saved change|# saved changes} to drafts or settings of the screen cannot be found, or what counts them is out of date. Run the full check in Settings, Store, and look at your drafts before you send one.',
  'damage-met':
    'This step came to a part of the vault that is damaged. Nothing of it was saved; what is saved already is as safe as it was. Run the full check in Settings, Store, to see what is lost.',
  'vault-read-only':
    'This vault was opened to be read only. Nothing was changed. Lock it and unlock it for writing; if it is damaged, restore the last backup into a new folder.',
  'migration-failed':
    'The vault could not be brought to format {format} ({detail}). It is as it was, and the copy that was made first lies beside it. Start the earlier Signet, or free some space and try again.',
  'disk-ballast-used':
    'The disk is full. The space kept for this moment was used, so the last step is saved. Free some space before you go on; it is then kept again.',

  'found-before':
    'On {at} the opening of this vault found something wrong ({finding}). What was there then still reads. Compare with a backup from before that day.',
  'damage-more': 'There are {count} more findings of the same kind.',

  'backup-none':
    'The file {name} is no backup of Signet. Nothing was changed. Choose a file that "vault backup" wrote.',
  'backup-damaged':
    'The backup {name} is damaged ({detail}), so no vault is made of it. The vault and its other backups are not touched. Use another backup. Whether anything of this one can still be read shows when it is opened read-only (in the desk, or by "vault look").',
  'backup-passphrase':
    'That passphrase does not open the backup {name}. Nothing was changed. It is the one that the vault had when the backup was made; the printed recovery key opens it as well.',
  'backup-source-damaged':
    'The vault itself is damaged, so no backup of it counts ({detail}). No file was written; earlier backups are safe. Run "vault check" for the full list.',

  'drop-damaged':
    'The file {name} in the inbox does not open: it is damaged, or was sealed for another vault. It stays in the inbox. Ask for the message again.',
  'drop-too-large': 'The file {name} in the inbox is larger than {limit}. It stays there and was not read.',
  'inbox-full':
    'The inbox of the vault is full ({limit} files). Nothing was stored. Unlock the vault, so that it takes them in, and try again.',
} as const
