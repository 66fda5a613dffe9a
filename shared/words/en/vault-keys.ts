/** What the keys of the vault refuse, find and ask for. */
export const vaultKeyWords = {
  'key-file-damaged':
    'Both copies of the keys in vault.json are damaged, so that nothing opens this vault; cases and evidence were not touched. Restore the last backup into a new folder. Its vault.json opens this vault too, unless the data key was renewed after that backup.',
  'key-slot-damaged':
    'One of the two copies of the keys in vault.json was damaged. The other one opened the vault, nothing was lost, and both are whole again. If it happens again, the disk may be failing: make a backup.',
  'key-file-limits':
    'vault.json asks for {megabytes} MB, {passes} passes and {lanes} lanes to check a passphrase, more than Signet ever writes: somebody may have changed it. Nothing was tried. Restore the last backup into a new folder.',
  'kdf-memory':
    'This machine has too little free memory to check the passphrase ({megabytes} MB are needed). Nothing was changed. Close other programs and try again.',
  'key-file-not-verified':
    'The new keys did not open the vault when they were read back, so the old ones were kept. Nothing was changed. Check the disk and try again.',
  'vault-resealing':
    'The vault is being sealed under a new data key, and changes wait until that is done. Nothing of this step was saved. Try again in a moment.',

  'device-not-here':
    'This vault opens with its passphrase only in the desk, on the machine and under the login where its device secret was switched on. Nothing was changed. Elsewhere the recovery key opens it.',
  'device-lost':
    "The system's keyring does not give the device secret of this vault: it lies on another machine, under another login, or the keyring was renewed. Nothing was changed. The recovery key on the printed sheet opens the vault and switches the device secret off.",
  'device-no-keyring':
    'This system has no keyring that Signet could use. Nothing was changed. The passphrase alone protects the vault; make it a long one.',
  'device-weak-keyring':
    'The keyring that this system offers ({backend}) protects nothing: it stores secrets under a password that everybody knows. Nothing was changed. Set up GNOME Keyring or KWallet, log in again, then try again.',
  'device-unknown-keyring':
    'It cannot be told which keyring this system uses, so the device secret could be lost or unprotected. Nothing was changed. Log in to the desktop again, then try again.',
  'device-failed':
    "The system's keyring did not answer as it should ({detail}). Nothing was changed. Unlock the keyring and try again.",
  'device-needs-proof':
    'The device secret can be switched on once the recovery sheet was proved: after a lost keyring that sheet is the only way in. Nothing was changed. Type three of its groups first.',
  'device-backup':
    'The vault in {name} was tied to one machine by its device secret, so the recovery key alone opens this backup. Nothing was changed. Type the key from the recovery sheet in place of the passphrase.',

  'sheet-differs':
    'These groups are not those of the present recovery sheet. Nothing was changed. Check the numbers of the groups and the date on the sheet; if the sheet is lost, make a new one.',
  'sheet-unknown':
    'This sheet was printed by an earlier Signet, which kept nothing to compare it with. It still opens the vault. Make a new sheet to prove it.',
  'sheet-old':
    'A new data key needs a recovery sheet of this version; yours was printed by an earlier Signet. Nothing was changed. Make a new recovery sheet first.',

  'rotate-no-room':
    'A new data key needs {need} free on the disk, and {free} are. Nothing was changed. Free some space and try again.',
  'rotate-busy':
    'Other long work is still going on ({name}). Nothing was changed. Wait until it has ended, then try again.',
  'rotate-unsound':
    'The newly sealed database was not whole ({detail}), so it was thrown away. Nothing was changed, the vault is as it was. Run the full check, make a backup, then try again.',
  'lock.because.rekeyed':
    'because everything was sealed under a new data key. The same passphrase opens it; clocks run on.',

  'lock-keys.passphrase': 'Passphrase',
  'lock-keys.passphrase-why': 'Opens everything that is kept here. The recovery sheet stays valid when it changes.',
  'lock-keys.cost': 'Each guess costs {memory} MB of memory and {n|one pass|# passes} over them (Argon2id).',
  'lock-keys.change': 'Change the passphrase',
  'lock-keys.change-why': 'Cases and evidence stay sealed as they are: only the key that opens them is wrapped anew.',
  'lock-keys.current': 'Passphrase of today',
  'lock-keys.next': 'New passphrase',
  'lock-keys.again': 'The same again',
  'lock-keys.changed': 'The passphrase is changed',
  'lock-keys.changed-why':
    'Backups that were made before still open with the old passphrase, and hold today’s data key. A new data key keeps whoever has both out of the vault.',
  'lock-keys.not-now': 'Not now',

  'lock-keys.older': '{n|One older backup opens|# older backups open} with the passphrase or data key of then.',
  'lock-keys.older-why': 'Signet cannot change them. Destroy those that you do not need.',
  'lock-keys.older-more': 'and {n} more',

  'lock-keys.sheet': 'Recovery sheet',
  'lock-keys.sheet-why': 'The second way in, on paper only: without the passphrase, or without this machine.',
  'lock-keys.sheet-made': 'Made',
  'lock-keys.proved': 'Groups typed back',
  'lock-keys.not-proved': 'not yet: is it on paper?',
  'lock-keys.next-sheet': 'Newer sheet, not proved',
  'lock-keys.next-why': 'Both sheets open the vault until you type three groups of the newer one.',
  'lock-keys.prove': 'Prove the sheet',
  'lock-keys.prove-why': 'Take the sheet from its safe and type three groups as they are printed.',
  'lock-keys.proved-now': 'The recovery sheet is proved.',
  'lock-keys.new-sheet': 'New sheet',
  'lock-keys.new-sheet-title': 'Make a new recovery sheet',
  'lock-keys.new-sheet-why':
    'Once you have proved the new one, the sheet of today opens nothing any more, except backups that were made before. Until then both open the vault. Destroy the old one after that.',
  'lock-keys.make-sheet': 'Make the sheet',
  'lock-keys.print-it': 'Print the new sheet, then prove it',
  'lock-keys.print-why':
    'It is shown now and never again. Type three groups from the paper; the sheet before it then opens nothing any more.',
  'lock-keys.unproved':
    'Closing now leaves the new sheet unproved; the sheet before it opens as well until you prove this one.',
  'lock-keys.close': 'Close',

  'lock-keys.device': 'Device secret',
  'lock-keys.device-why': 'Ties the passphrase to this machine and this login.',
  'lock-keys.device-off': 'Off. The passphrase opens the vault on every machine that has its files.',
  'lock-keys.device-on':
    'On. The passphrase opens the vault under this login on this machine only; elsewhere, or when the system’s keyring is lost, the recovery sheet does.',
  'lock-keys.device-proof': 'Prove the recovery sheet first: after a lost keyring it is the only way in.',
  'lock-keys.switch-on': 'Switch it on',
  'lock-keys.switch-off': 'Switch it off',
  'lock-keys.on-title': 'Tie the passphrase to this machine?',
  'lock-keys.on-why':
    'The vault then needs a secret that the system’s keyring keeps for this login. On a new machine, under a new login or after the keyring was renewed, the recovery sheet alone opens it. Backups made from then on are tied as well.',
  'lock-keys.off-title': 'Untie the passphrase from this machine?',
  'lock-keys.off-why': 'The passphrase alone then opens the vault, on every machine that has its files.',
  'lock-keys.switched-on': 'The device secret is on.',
  'lock-keys.switched-off': 'The device secret is off.',

  'lock-keys.data': 'Data key',
  'lock-keys.data-why': 'Seals the database. The passphrase and the sheet only open it.',
  'lock-keys.since': 'Since',
  'lock-keys.new-key': 'New data key',
  'lock-keys.offer':
    'The passphrase is younger than the data key: whoever knows the one before and has an older copy of this vault could still open today’s database. A new data key ends that.',
  'lock-keys.new-key-title': 'Seal everything under a new data key?',
  'lock-keys.new-key-why':
    'The database is written anew beside the old one and compared with it; no change can be saved meanwhile. Then the desk locks, and the same passphrase and the same sheet open it. Until then you may stop at any moment, and a crash loses nothing.',
  'lock-keys.new-key-go': 'Seal it anew and lock',
  'lock-keys.sealing': 'Step {done} of {total}. Nothing can be saved until the desk locks.',
  'lock-keys.stop': 'Stop',
  'lock-keys.stopped': 'The new data key was not put in place; the vault is as it was.',
} as const
