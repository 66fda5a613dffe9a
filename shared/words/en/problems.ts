/** What went wrong, in three steps: what happened, what is safe, what to do. */
export const problems = {
  'bad-request':
    'The request was not understood ({detail}). Nothing was changed. This is a fault in Signet; please report the code bad-request.',
  'internal-error':
    'Something failed inside Signet. Nothing was saved by this step, everything saved before is safe. Try again; if it stays, run "vault check". Reference {reference}.',
  'vault-locked': 'The vault is locked. Everything is sealed and safe. Unlock it and try again.',
  'vault-in-use':
    'This vault is open in another window or command (process {pid}). Nothing was changed. Close it there first.',
  'vault-not-found':
    'There is no vault in {dir}. Nothing was changed. Choose the folder that holds the file vault.json.',
  'vault-exists': 'There is something in {dir} already. Nothing was changed. Choose an empty or new folder.',
  'vault-newer':
    'This vault was written by a newer Signet (format {format}). It was not touched. Open it with that version.',
  'vault-damaged':
    'The vault is damaged: {detail}. It was not changed. Restore the last backup into a new folder, or run "vault check" for the full list.',
  'vault-tail-lost':
    'The last {count|entry|# entries} of the vault are missing, although they were saved (log {found}, head {expected}). What is there still reads. Restore a newer backup, or go on knowing this.',
  'head-missing':
    'The sealed head of the vault log is missing. Whether the last entries are all there cannot be told. Compare with the last backup.',
  'log-broken':
    'The vault log does not verify at entry {seq}. What reads is shown; do not trust that nothing is missing. Restore a backup into a new folder and compare.',
  'passphrase-wrong':
    'That passphrase does not open this vault. Nothing was changed. {left|One try is|# tries are} left before a pause.',
  'passphrase-wait': 'Too many wrong passphrases. The vault is safe. Wait {seconds} s and try again.',
  'passphrase-weak':
    'That passphrase is too easy to guess ({detail}). Choose a longer one: five or six words that have nothing to do with each other.',
  'recovery-wrong':
    'That is not the recovery key of this vault. Nothing was changed. Check the eight groups against the paper.',
  'only-trial':
    'The Chromium host opens trial vaults only, because it cannot isolate secrets. Nothing was opened. Start Signet in Electron for a real vault.',
  'file-missing': 'The file {name} cannot be read ({detail}). Nothing was changed. Check the name and the permissions.',
  'file-exists': 'There is a file {name} already. It was not overwritten. Choose another name.',
  'file-too-large':
    'The file {name} has {size}; the limit here is {limit}. Nothing was stored. Ask the sender for it in parts.',
  'file-empty': 'The file {name} is empty. Nothing was stored. Ask the sender to send it again.',
  'disk-full':
    'The disk is full. Nothing of this step was saved, everything saved before is safe. Free some space and try again.',
  'disk-failed':
    'The disk refused to write or read ({detail}). This step does not count as saved; everything saved before is safe. Check the disk and its permissions, then look at what is there and try again.',
  'write-failed':
    'The file {name} could not be written ({detail}). Nothing half written is left. Choose another place.',
  'grant-unknown':
    'The permission for that file has been used or has ended. Nothing was changed. Choose the file again.',
  'worker-stopped':
    'Reading took more than {seconds} s or {megabytes} MB and was stopped. The original is untouched. It may be made to do harm: treat it with care.',
} as const
