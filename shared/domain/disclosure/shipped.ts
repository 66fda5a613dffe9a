/** The disclosure policy that Signet ships, in force until the team decides: 63 cells, and what is never shared without consent. */
import type { CellRule, InfoClass, RecipientClass } from './classes.ts'
import type { DisclosurePolicy, MatrixCell } from './policy.ts'

interface Extra {
  readonly disguised?: CellRule
  /** The text says nothing there; docs/disclosure.md tells what was decided, and why. */
  readonly inferred?: true
}

const cell =
  (rule: CellRule) =>
  (clause: string, says = '', { disguised, inferred }: Extra = {}): MatrixCell => ({
    rule,
    disguised: disguised ?? null,
    says,
    clause: `4.2 ${clause}`,
    inferred: inferred === true,
  })
const [may, when, ask, not] = [cell('allow'), cell('condition'), cell('permission'), cell('no')]

/** Of private users: free once nobody can be told from it (L179). */
const free = { disguised: 'allow' } as const
/** What is then left is figures, or an example: it still takes somebody who looks whether it points to anyone. */
const looked = { disguised: 'condition' } as const
const silent = { inferred: true } as const

const duty = 'Only what they need to handle the incident, and only about their own area.'
const ownAccount = 'Only what concerns the security of their own account.'
const cases: Readonly<Record<InfoClass, Readonly<Record<RecipientClass, MatrixCell>>>> = {
  'private-user': {
    management: when('L209', duty, free),
    users: when(
      'L211',
      `${ownAccount} About another user only on request, and only what helps to look into the attack.`,
      free,
    ),
    community: ask('L213', 'Restricted information: only with the permission of the users concerned.', free),
    public: not('L215', 'Restricted information never goes to the public in a form that names somebody.', free),
    'security-community': not('L217', 'Treated like the public: examples are always disguised.', free),
    press: not('L219', 'The press is only pointed to what has been released.'),
    csirt: when(
      'L221, L223',
      'They work on this incident with us, and it is limited to what is likely to help. Where connections came from is no great secret.',
      free,
    ),
    vendor: ask('L225', 'Nothing that identifies the users without their permission.', free),
    police: when('L227', 'What they require for their investigation.', free),
  },
  intruder: {
    management: when('L209', duty),
    users: when('L211', ownAccount),
    community: ask('L213, L185', 'Restricted information: only with permission.', silent),
    public: not('L185, L215', 'Not before it is a matter of public record, for instance because charges were laid.'),
    'security-community': not('L217, L185', 'Treated like the public.'),
    press: not('L219, L185', 'The press is only pointed to what has been released.'),
    csirt: may('L185, L223', 'Goes freely to those who track the incident.'),
    vendor: may('L225, L185', 'Vendors count as other CSIRTs here.', silent),
    police: when('L227', 'What they require for their investigation.'),
  },
  'private-site': {
    management: when('L209', duty),
    users: ask('L189', 'Only with the permission of the site.', { ...looked, ...silent }),
    community: ask('L213, L189', 'Restricted information: only with the permission of the site.', looked),
    public: not('L215, L189', 'Restricted information never goes to the public in a form that names a site.', looked),
    'security-community': not('L217', 'Treated like the public: examples are always disguised.', looked),
    press: not('L219', 'The press is only pointed to what has been released.'),
    csirt: when('L189, L221', 'With the permission of the site, or as far as it helps a partner in this incident.'),
    vendor: ask('L189, L225', 'Nothing that identifies the site without its permission.', looked),
    police: when('L227', 'What they require for their investigation.'),
  },
  vulnerability: {
    management: may('L193, L209'),
    users: may('L193'),
    community: may('L193, L213', 'The vendor is told first.'),
    public: may('L193, L215', 'The vendor is told first.'),
    'security-community': may('L193, L217', 'In any detail; examples are disguised.'),
    press: when('L219, L193', 'Only what has been released, after the vendor was told.', silent),
    csirt: may('L193, L221'),
    vendor: may('L225', 'With all technical details that are needed to find and mend it.'),
    police: may('L193, L227'),
  },
  embarrassing: {
    management: when('L209', duty),
    users: when('L211', ownAccount),
    community: ask('L197, L213', 'Only with the permission of the site or the users it is about.', looked),
    public: ask('L197, L215', 'Only with the permission of the site or the users it is about.', looked),
    'security-community': ask('L197, L217', 'Only with the permission of the site or the users it is about.', looked),
    press: not('L219', 'The press is only pointed to what has been released.'),
    csirt: when('L223', 'It will reasonably stay confidential there, and it is needed to resolve the incident.'),
    vendor: ask('L197, L225', 'Only with the permission of the site or the users it is about.', looked),
    police: when('L227', 'What they require for their investigation.'),
  },
  statistical: {
    management: may('L201, L209'),
    users: may('L201, L213', '', silent),
    community: when('L201, L213', 'May be told, at the discretion of who approves statistics.'),
    public: when('L201, L215', 'At the discretion of who approves statistics.'),
    'security-community': when('L201, L217', 'At the discretion of who approves statistics.'),
    press: when('L201, L219', 'Only figures that have been released.'),
    csirt: when('L201, L221', 'At the discretion of who approves statistics.', silent),
    vendor: when('L201, L225', 'At the discretion of who approves statistics.', silent),
    police: may('L201, L227', '', silent),
  },
  contact: {
    management: may('L205'),
    users: may('L205'),
    community: may('L205'),
    public: may('L205'),
    'security-community': may('L205'),
    press: may('L205'),
    csirt: may('L205'),
    vendor: may('L205'),
    police: may('L205'),
  },
}

export const shippedDisclosure: DisclosurePolicy = {
  name: 'RFC 2350, 4.2',
  cells: cases,
  absolute: [
    { what: 'personal information about employees', classes: ['private-user'], clause: '4.2 L92' },
    { what: 'system configurations', classes: ['private-site'], clause: '4.2 L92' },
    { what: 'known vulnerabilities with their locations', classes: ['vulnerability'], clause: '4.2 L92' },
  ],
  approver: 'the person in charge of the team',
}
