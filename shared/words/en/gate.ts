/** What the disclosure gate says: which class of information may go to whom, and what would let it pass. */
export const gateWords = {
  'infoclass.private-user': 'private user information',
  'infoclass.intruder': 'intruder information',
  'infoclass.private-site': 'private site information',
  'infoclass.vulnerability': 'vulnerability information',
  'infoclass.embarrassing': 'embarrassing information',
  'infoclass.statistical': 'statistics',
  'infoclass.contact': 'contact information',

  'recipientclass.management': 'our management',
  'recipientclass.users': 'our users',
  'recipientclass.community': 'our community',
  'recipientclass.public': 'the public',
  'recipientclass.security-community': 'the security community',
  'recipientclass.press': 'the press',
  'recipientclass.csirt': 'other sites and CSIRTs',
  'recipientclass.vendor': 'vendors',
  'recipientclass.police': 'law enforcement',

  'gate.free': '{name>recipientclass} may have {info>infoclass}. {says}',
  'gate.disguised': 'With nobody to be told from it, {name>recipientclass} may have {info>infoclass}',
  'gate.condition': '{name>recipientclass} may have {info>infoclass} on a condition: {says}',
  'gate.permitted': '{party} gave permission that {name>recipientclass} has {info>infoclass}',
  'gate.permission':
    '{name>recipientclass} may not have {info>infoclass} without permission, and none is on file. {says}',
  'gate.own-matter':
    '{name>recipientclass} is an affected party and may have {info>infoclass} on a condition: only what is about themselves',
  'gate.no': '{name>recipientclass} may not have {info>infoclass}. {says}',
  'gate.approved': '{approver} approves that {name>recipientclass} has these figures. {says}',
  'gate.approve': 'Statistics go to {name>recipientclass} when a named person approves: {approver}. {says}',
  'gate.vendor-first':
    'Before {name>recipientclass} learns of a vulnerability its vendor is told, and the case does not say that this was done.',
  'gate.embargo': 'The vulnerability is under embargo until {until}. {name>recipientclass} learns of it after that.',
  'gate.embargo-needs':
    'The vulnerability is under embargo until {until}. {name>recipientclass} may know only what they need before that, and keeps it to themselves.',
  'gate.absolute':
    'Never without express consent or a court’s order: {what}. It would be published to {name>recipientclass}. Hide it, or record the consent or the order in the case.',
  'gate.absolute-none':
    'Without express consent or a court’s order nothing of this goes to {name>recipientclass}: {what}. Make sure that none of it is in there.',
  'gate.own': '{name>recipientclass} is our own organisation',
  'gate.checked': 'It was checked that {name>recipientclass} is who they say',
  'gate.unchecked':
    'Nobody has checked that {name>recipientclass} is who they say, and this is confidential. Call the number on their card, then go on.',
  'gate.unnamed':
    'Who of {name>recipientclass} gets this is not known yet, and it is confidential. Hand it only to somebody whose identity was checked.',
  'gate.check-lapsed':
    'The check that {name>recipientclass} is who they say has lapsed, and this is confidential. Call the number on their card, then go on.',
  'gate.sensitive-plain':
    'This is highly sensitive, and mail in clear to {name>recipientclass} is read on its way. Encrypt it.',
  'gate.sensitive-form':
    'This is highly sensitive, and who reads the form of {name>recipientclass} is not known. Telephone instead.',
  'gate.file': 'Written to a place that you name; how it travels from there is yours',
  'gate.card-unknown': 'There is no card {id}. Nothing goes out to somebody who is not known here. Choose a card.',
  'gate.still-there':
    '{item} was to be hidden and is still in the text, written in another way. Nothing goes out. Take it out by hand.',
  'gate.attachment-holds':
    'The file {name} still holds {count|one thing|# things} that you hid in the text. Nothing goes out. Take it off, or hide it there first.',
  'gate.attachment-unread':
    'The file {name} cannot be looked through for what you hid in the text. Look at it yourself, then go on.',

  'because.class-user': 'names an account or a mailbox: {item}',
  'because.class-intruder': 'names what the attacker uses: {item}',
  'because.class-site': 'names a system or a site: {item}',
  'because.class-cve': 'names {cve}',
  'because.class-vulnerability-case': '{number} is a vulnerability case',
  'because.class-embarrassing': 'says that something happened to somebody who can be told from it ({number})',

  'gate.code-wrong': 'An override carries the personal code of who is at the desk, {code}. Nothing went out.',
} as const
