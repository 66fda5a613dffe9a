/**
 * What teams write to each other, in English: templates, and the lines that Signet puts around a text. It is message content, not a language
 * of the desk; the other languages stand in words/messages and have the same keys. A field stands once in a template, so that what is
 * still open can be counted; `{reference}` alone on its line goes where there is no case.
 */
export const messageTemplates = {
  'notification.subject': 'Incident notification: {title}',
  'notification.text': `Dear colleagues,

We are handling an incident that concerns systems which, as far as we know, you are responsible for.

What we know: {indicators}.

We ask you, by {until}, to:
1. check whether these systems are yours and whether they are affected,
2. keep the logs and the state of the systems before anything is cleaned or reinstalled,
3. tell us what you found and what you have done.

{reference} Please keep it in the subject, and answer to {address}, encrypted to our OpenPGP key {key}.

Kind regards,`,

  'request.subject': 'Request for information: {title}',
  'request.text': `Dear colleagues,

We are handling an incident in which systems of your networks appear: {indicators}.

Please tell us, by {until}:
1. whether these systems are yours, and if not, who is responsible for them,
2. which logs you hold for them, for which period, and until when; please keep them until we have spoken,
3. whether you handle this already, and under which reference.

{reference} Please keep it in the subject, and answer to {address}, encrypted to our OpenPGP key {key}.

Kind regards,`,

  'takedown.subject': 'Takedown request: {title}',
  'takedown.text': `Dear colleagues,

A service or content in your network is being used in an incident that we handle: {indicators}.

We ask you, by {until}, to:
1. keep a copy of the content and the access logs, for a later request by the authorities,
2. take it out of service,
3. confirm to us what was done, and at what time.

If you act on a particular form or a court order only, please tell us where to send it.

{reference} Please keep it in the subject, and answer to {address}, encrypted to our OpenPGP key {key}.

Kind regards,`,

  'advisory.subject': 'Advisory: {title}',
  'advisory.text': `Dear colleagues,

Affected: {affected}

What can happen: {impact}

What to do, by {until}: {advice}

How to recognise it: {indicators}.

Please tell us if you find it with you. {reference} Answers go to {address}, encrypted to our OpenPGP key {key}.

Kind regards,`,

  'vendor.subject': 'Vulnerability report: {vulnerability}',
  'vendor.text': `Dear product security team,

In our work as an incident response team we have met a vulnerability in a product of yours.

Product and version: {product}
How to reproduce it: {steps}
What it allows: {impact}

Please tell us, by {until}:
1. that this has reached the right people, and under which reference,
2. whether you can reproduce it,
3. when you expect a correction, and what users can do until then.

We treat this as confidential and want to agree with you on when and how it is published. Who is affected here is not part of this report.

{reference} Please keep it in the subject, and answer to {address}, encrypted to our OpenPGP key {key}.

Kind regards,`,

  'police.subject': 'Report of an incident to law enforcement',
  'police.text': `To whom it may concern,

We report an incident that our team has handled since {opened} and that may be of interest to you.

Kind of incident: {kind}

This message deliberately names no persons and gives no technical details. Evidence is kept, with a record of its handling, and is handed over on request in the form that the law asks for.

Please tell us, by {until}:
1. your reference, and who is in charge,
2. what you need, on which legal basis and in which form,
3. what should not be done on our side until then.

{reference} Please keep it in the subject, and answer to {address}, encrypted to our OpenPGP key {key}.

Yours faithfully,`,

  'complete.subject': 'Please complete your report: {report}',
  'complete.text': `Hello,

Thank you for your report. To act on it we still need:
{missing}

Please give every time with its time zone. A short extract of the original log helps most. If you do not have one of these, say so, and we go on without it.

{reference}
Please answer by {until}, to {address}, encrypted to our OpenPGP key {key}, and keep the subject.

Kind regards,`,

  'dead-key.subject': 'Your OpenPGP key can no longer be used',
  'dead-key.text': `Dear colleagues,

We want to write to you encrypted and cannot, because your OpenPGP key

{theirKey}

{why}.

Please send us your renewed or new public key by {until}, to {address}, and tell us where its fingerprint is published. Before we use it we compare the fingerprint by a call to the telephone number that we already have of you; a number that comes with the key is not enough.

Until then you can write to us encrypted to our key {key}.

Kind regards,`,

  'acknowledgement.subject': 'Received: {report}',
  'acknowledgement.text': `Hello,

Thank you for your report. It has arrived, and a person has read it.

{reference}
You hear from us when we know more, or when we need something from you. Please send whatever you find further to {address}, encrypted to our OpenPGP key {key}, and keep the subject.

Kind regards,`,

  'part.reference': 'Our reference is {number}.',
  'part.indicators': '{list}, listed with this message',
  'part.ip': '{count|one IP address|# IP addresses}',
  'part.cidr': '{count|one network|# networks}',
  'part.domain': '{count|one domain|# domains}',
  'part.url': '{count|one URL|# URLs}',
  'part.email': '{count|one mail address|# mail addresses}',
  'part.hash': '{count|one file hash|# file hashes}',
  'part.cve': '{count|one vulnerability|# vulnerabilities}',
  'part.asn': '{count|one autonomous system|# autonomous systems}',
  'part.other': '{count|one other indicator|# other indicators}',
  'part.expired': 'expired on {date}',
  'part.expired-some-time': 'has expired',
  'part.revoked': 'was revoked by its owner',
  'part.identity-only': 'has no part that can be encrypted to',
  'part.unreadable': 'reached us damaged and cannot be read',
  'part.not-included': 'is known to us by its fingerprint only; the key itself did not reach us',
  'part.none': 'is not known to us',

  'missing.time': 'the date and time of what you saw',
  'missing.time-zone': 'the time zone of the times given',
  'missing.source-ip': 'the source IP addresses',
  'missing.source-port': 'the source ports',
  'missing.protocol': 'the protocol (TCP, UDP, …)',
  'missing.destination-ip': 'the destination IP addresses',
  'missing.destination-port': 'the destination ports',
  'missing.log-file': 'an extract of the log, in its original form',

  'body.tier': 'Incident handler, tier {tier}',
  'body.observables': 'Indicators, defanged ({marking}):',
  'body.observables-more': '… and {count} more; ask us for them as a file.',
  'body.state-seen': 'seen',
  'body.state-suspicious': 'suspicious',
  'body.state-confirmed': 'confirmed',
  'body.state-benign': 'harmless',
  'body.state-compromised': 'compromised',
} as const
