/** The first entry of an export of everything: what is in it, for somebody who has never seen Signet. */
export const readme = `Everything that a Signet vault held, in open formats. It is not encrypted: keep it as you would keep the vault.

cases.csv               one line a case: number, title, kind, phase, rung, severity, TLP, owner, opened, changed
cases/NUMBER.json       signet.case-export/1: the case as its journal folds to it
journal/NNNN.jsonl      one journal entry a line, in the order in which they were written here:
                        {"skeleton", "hash", "salt", "payload"}. hash = SHA-256 of the skeleton, and the skeleton
                        holds payloadHash = SHA-256 of salt and payload (JSON, keys sorted, no white space).
                        A purged entry has neither salt nor payload.
records/KIND.jsonl      one record a line: {"id", "at", "body"}. exchange: messages in and out and what was read of
                        them; bulletin: announcements; policy, clocks, disclosure, roster: what the team decided, every
                        version with who, when and why; and smaller ones, each under its kind
cards/ID.json           signet.card/1: what holds for each team
cards/ID.kept.json      the same with every source that it was read from
keys/FINGERPRINT.asc    public keys, armoured (RFC 9580). Secret keys are never exported here: each has its own backup
messages/ID-NAME        each message as it came in or went out, byte for byte (.eml: RFC 5322), and beside it, with the
                        same ID, a signature or contents that were kept apart
evidence/NUMBER/NNN-NAME  evidence files by case; the case's JSON lists them with hash, source and custody
files/ID                what belongs to a draft or to a case that was purged elsewhere
manifest.json           signet.export-all/1: when, by whom, why; each file with size and SHA-256; what was left out

All texts are UTF-8, all times UTC (ISO 8601). JSON lines: one JSON document a line.
`
