/** What backups and the export of everything say. */
export const backupWords = {
  'checked-stream': 'The file opens from its first to its last byte, and every part has its hash',
  'backup-stopped': 'The backup was stopped. Nothing half written is left; earlier backups are untouched.',
  'backup-medium-missing':
    'The folder {name} is not there. No backup was made; earlier ones are untouched. Plug the medium in, or choose another folder.',
  'backup-medium-gone':
    'The medium was taken out or cannot be read any more while {name} was written ({detail}). It does not count; the vault and earlier backups are untouched. Plug it in and back up again.',
  'backup-read-only':
    'Nothing may be written to {name} ({detail}). It does not count; the vault and earlier backups are untouched. Choose a place that can be written.',
  'backup-read-back':
    'What was written as {name} reads back otherwise. It does not count; the vault and earlier backups are untouched. The medium may be failing: use another one.',
  'backup-never-still':
    'The vault was rearranged while it was read, three times in a row. No backup was made; earlier ones are untouched. Try again when the check or the purge has ended.',
  'backup-no-room':
    'There is no room for the backup in {name}: it needs {needed}, and {free} are free. Nothing was written; earlier backups are untouched. Free some space or choose another folder.',
  'backup-runs': 'A backup is being made already. Nothing was started. Wait for it, or stop it.',
  'backup-no-folder': 'No folder was chosen for backups. Nothing was written. Choose one.',

  'backup-left':
    'Of {total} MB of this backup {unread} {unread|does|do} not read; sealed files that are missing: {files}. What is shown is what can be read of the rest, as it was written. What is missing may be in no list: that there is little here does not mean that there was no more. Take the rest from another backup.',
  'backup-left-cut':
    'The end of this backup does not read: of {total} MB or more at least {unread} {unread|is|are} missing; sealed files known to be missing: {files}. What is shown is what can be read of the rest, as it was written. What is missing may be in no list. Take the rest from another backup.',
  'backup-left-all':
    'This backup does not pass its check ({detail}), but everything that was sealed into it reads and is shown. Either its file was changed afterwards, or the vault was damaged already when it was made. It cannot be restored. Compare with another backup.',
  'backup-left-day':
    'When this backup was made does not read. The time that is shown is that of the newest step found in it.',
  'backup-left-closed':
    'Parts of the backup {name} read, but not those without which a desk does not open: the order of its database, or whose desk it is. Nothing was changed. Use another backup.',
  'store.look-left': 'Open what is left, read-only',
  'backup-none-left':
    'Nothing of the backup {name} can be read. The passphrase is the right one, but the beginning is damaged, and all the rest opens only with what stands there. Nothing was changed. Use another backup.',

  'cli.backup-found':
    '{count|One finding is|# findings are} told with what this backup shows. Nothing was changed, and nothing of it was kept.',
  'cli.help.vault-look':
    'Lists what a backup shows, or what is left of a damaged one, read-only; asks for its passphrase. Ends with 1 on a finding.',

  'export-case-unread': 'Case {number} does not read and is not in the export.',
  'export-entry-unread': 'The journal entry {entry} does not read and is not in the export.',
  'export-file-damaged': 'The sealed file for {name} is missing or damaged and is not in the export.',
  'export-kind-left':
    'Records of the kind "{kind}" are not exported: they hold secrets, or are made again from the rest.',
  'export-key-left': 'The key {fingerprint} is not exported: its record is not public.',

  'casework.still.export': 'export of everything, not sealed',
} as const
