/** What the command line says of its own: how it is called, what it asks for, what it did. */
export const cli = {
  'cli.unknown-command': 'There is no command "{command}". Nothing was done. See --help.',
  'cli.wrong-words': 'That command is called like this: {usage}',
  'cli.option-unknown': 'This command has no option {option}. Nothing was done. See --help.',
  'cli.option-needs-value':
    'The option {option} needs a value. Nothing was done. A value that begins with "-" is written {option}=VALUE.',
  'cli.option-no-value': 'The option {option} takes no value. Nothing was done.',
  'cli.option-missing': 'The option {option} is missing. Nothing was done. See --help.',
  'cli.bad-value': 'A value was not understood ({detail}). Nothing was done. See --help.',
  'cli.not-one-of': '{value} is no value for {name}. Nothing was done. Possible: {allowed}.',
  'cli.not-an-instant':
    '{value} is no time for {name}. Nothing was done. Write it with its zone: 2026-11-22T18:40:00Z.',
  'cli.not-a-fingerprint':
    '{value} is no whole fingerprint. Nothing was done. It has 40 or 64 hexadecimal digits; shorter ids are never taken.',
  'cli.not-a-field': '{value} sets no field. Nothing was done. Write FIELD=VALUE.',
  'cli.not-text': '{name} is no text in UTF-8. Nothing was done. Attach it as a file instead.',
  'cli.stdin-twice': 'Standard input can stand for one text only. Nothing was done. Use @FILE for the other.',
  'cli.out-needs-name':
    'The result of this command goes to a named file, not to standard output. Nothing was done. Give --out FILE.',
  'cli.no-vault': 'No vault was named. Nothing was done. Give --vault DIR or set SIGNET_VAULT.',
  'cli.no-passphrase':
    'There is no terminal to ask at. Nothing was done. Give the secret by --passphrase-fd N or in the environment; see --help.',
  'cli.not-the-same': 'The two passphrases differ. Nothing was changed. Try again.',
  'cli.now-real-vault':
    'In a real vault only the clock of the machine tells the time of an entry. Nothing was changed. Use --now for reading, or in a trial vault.',
  'cli.case-from-what': 'A new case needs --title or --from. Nothing was done.',
  'cli.no-such-part':
    'The message has no part {part}. Nothing was written. Parts are text, outside, html and the names of the attachments.',
  'cli.some-refused': '{count|One|#} of {of} files {count|was|were} refused; each says why.',
  'cli.vault-findings':
    'The check has {count|one finding|# findings}. Nothing was changed. Restore the last backup into a new folder and compare.',
  'not-in-this-version': '"{command}" is not in this version. Nothing was done.',
  'fill-trial-only':
    'Synthetic cases go into trial vaults only. Nothing was changed. Make one with "vault create --trial".',
  'fill-not-empty': 'This vault has cases already. Nothing was changed. Make a new trial vault to fill.',

  'release.no-classes':
    'No class of information was named: marking, key and channel rule were judged, and nothing else',
  'release.override': 'Released on a condition, or under a looser marking, because: {reason}',

  'cli.ask.passphrase': 'Passphrase of the vault: ',
  'cli.ask.new': 'New passphrase of the vault: ',
  'cli.ask.again': 'Once more: ',
  'cli.ask.recovery-key': 'Recovery key (eight groups): ',
  'cli.ask.key': 'Passphrase of the key: ',
  'cli.taken-added': '{count|one entry|# entries} added',
  'cli.taken-nothing': 'The capsule holds no cases.',
  'cli.working': 'Working; a large vault takes minutes.',
  'cli.waiting': 'Too many wrong passphrases. Waiting {seconds} s, then trying once more.',

  'cli.version': 'signet {version}',
  'cli.vault-created':
    'The vault is in {dir}.\n\nRecovery key, shown this once:\n\n    {recoveryKey}\n\nPrint it and keep it apart from this machine. It opens the vault when the passphrase is lost; without both nobody can.',
  'cli.vault-sound': 'Everything reads and verifies.',
  'cli.passphrase-changed': 'The new passphrase is set. The recovery key stays valid.',
  'cli.dropped': 'sealed into the inbox',
  'cli.outside': '--- outside the protection, may come from anybody:',
  'cli.filling': '{done} of {of} cases',
  'cli.filled': '{cases} cases with {entries} journal entries.',

  'cli.help.texts':
    'TEXT, TITLE, --note, --reason and the like: "-" reads standard input, "@FILE" a file. Prefer them: arguments stand in\nshell histories and in npm\'s logs. FILE may be "-" too. A passphrase is never an argument.',
  'cli.help.globals':
    'With every command:\n  --vault DIR          the vault (or SIGNET_VAULT)\n  --json               one JSON document on standard output\n  --passphrase-fd N    read the passphrase from a file descriptor (or SIGNET_PASSPHRASE, or a prompt)\n  --now ISO            as if it were that time; changes only in trial vaults\n  --lang en            language\n  --help, --version\n\nExit: 0 done, 1 refused (standard error says why), 2 called wrong.',
  'cli.help.later': '(Not in this version.)',
  'cli.help.vault-create': 'Makes a new vault with its desk key, and prints the recovery key once.',
  'cli.help.vault-info': 'What the vault holds.',
  'cli.help.vault-check': 'Checks everything; ends with 1 on a finding.',
  'cli.help.vault-passphrase':
    'Changes the passphrase (the new one: second line of --passphrase-fd, SIGNET_NEW_PASSPHRASE, or a prompt).',
  'cli.help.vault-recover':
    'Opens by the recovery key (SIGNET_RECOVERY_KEY, first line of --passphrase-fd, or a prompt) and sets a new passphrase.',
  'cli.help.vault-own-card': 'Our own team: hours and zone for the clocks.',
  'cli.help.vault-backup': 'Writes a verified backup.',
  'cli.help.vault-verify': 'Verifies a backup; asks for its passphrase.',
  'cli.help.vault-restore': 'Restores a backup into a new folder; asks for its passphrase.',
  'cli.help.drop': 'Seals messages into the inbox of a vault, beside an open desk too; no passphrase.',
  'cli.help.card-read': 'Reads a team description (RFC 2350) into a contact card; needs no vault.',
  'cli.help.card-import': 'Takes cards into the directory.',
  'cli.help.card-list': 'The directory.',
  'cli.help.card-show': 'One card, by its id, or a name or address that is unique.',
  'cli.help.card-lookup': 'Whose network an address, range, domain or AS number is.',
  'cli.help.card-export': 'Writes a card for other programs.',
  'cli.help.card-reach': 'How to reach a team now, with reasons.',
  'cli.help.key-inspect': 'Looks keys over; needs no vault.',
  'cli.help.key-generate': 'Makes a key of our own (SIGNET_KEY_PASSPHRASE locks it as well).',
  'cli.help.key-import': 'Takes keys into the keyring. A secret key only with --role team.',
  'cli.help.key-list': 'The keyring.',
  'cli.help.key-export': 'The public key, to standard output or a file.',
  'cli.help.key-revoke': 'Revokes a key of our own.',
  'cli.help.key-trust': 'Decides about a key. A call-back goes to a number on its card.',
  'cli.help.message-open': 'Decrypts, verifies and shows messages; stores nothing. Ends with 1 on a bad signature.',
  'cli.help.message-seal': 'Judges, signs, encrypts and writes a message.',
  'cli.help.release-check':
    'What the release point would say. CLASS: private-user, intruder, private-site, vulnerability, embarrassing, statistical, contact. RECIPIENT: management, users, community, public, security-community, press, csirt, vendor, police.',
  'cli.help.report-read': 'Reads reports of incidents; needs no vault.',
  'cli.help.report-set-aside': 'Keeps a message sealed, without a case.',
  'cli.help.case-new': 'Opens a case, by hand or from messages.',
  'cli.help.case-attach': 'Adds messages to a case.',
  'cli.help.case-list': 'Cases, the last changed first.',
  'cli.help.case-show': 'A case with its whole journal.',
  'cli.help.case-note': 'Adds a note.',
  'cli.help.case-task': 'Adds a task.',
  'cli.help.case-observable': 'Adds observables, defanged or not; "-" takes one a line.',
  'cli.help.case-evidence': 'Seals a file into the case.',
  'cli.help.case-set':
    'Sets title, kind, rung, severity, urgent, tlp, pap, owner, rsit, constituent, occurred, mode, aware, requestedBy. title=- and title=@FILE read the title from there.',
  'cli.help.case-check': 'Ticks an item of the checklist, like triage.occurred.',
  'cli.help.case-phase': 'Moves the case to a phase; a reason where steps are open.',
  'cli.help.case-close': 'Closes the case.',
  'cli.help.case-reopen': 'Opens a closed case again.',
  'cli.help.case-report': 'Writes the report of a case, if its marking allows that audience.',
  'cli.help.case-export': 'Writes a case for other programs.',
  'cli.help.queue': 'The order of work, each case with its reason.',
  'cli.help.handover-give':
    'Writes a capsule, signed and sealed to one verified desk key: all open cases and those closed in this shift, unless some are named.',
  'cli.help.handover-take':
    'Merges a capsule; what both sides set differently stays open on its case. Duty is taken over at the desk.',
  'cli.help.stats': 'Figures of a period.',
  'cli.help.fill': 'Makes synthetic cases in an empty trial vault.',
} as const
