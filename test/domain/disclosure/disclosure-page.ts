/** The tables of docs/disclosure.md, made from the policy as it ships and from the rule itself. */
import {
  infoClasses,
  recipientClasses,
  type InfoClass,
  type RecipientClass,
} from '../../../shared/domain/disclosure/classes.ts'
import { permissionFor } from '../../../shared/domain/disclosure/request.ts'
import { shippedDisclosure } from '../../../shared/domain/disclosure/shipped.ts'
import { wholeRule } from '../../../shared/domain/disclosure/whole-rule.ts'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import { word } from '../../../shared/words/say.ts'
import { now, requestOf } from './requests.ts'

const begin = '<!-- generated: npm run disclosure:page -->'
const end = '<!-- end of what is generated -->'

const signs = { allow: 'A', condition: 'C', stop: 'S' }
const rules = { allow: 'allow', condition: 'condition', permission: 'permission', no: 'no' }

type Change = Parameters<typeof requestOf>[2]

const verdictOf = (info: InfoClass, to: RecipientClass, change: Change): string =>
  signs[wholeRule(requestOf(info, to, change), shippedDisclosure, now).verdict]

/** Not checked, then checked; one letter where both are the same. */
function bothOf(info: InfoClass, to: RecipientClass, change: Change = {}): string {
  const [open, checked] = [
    verdictOf(info, to, { ...change, verified: false }),
    verdictOf(info, to, { ...change, verified: true }),
  ]
  return open === checked ? open : `${open}→${checked}`
}

const permitted = (info: InfoClass, to: RecipientClass): Change => {
  const permissions = [{ party: '?', classes: [info], to: [to], until: null }]
  return permissionFor({ permissions }, info, { id: '', class: to }, now) === null ? {} : { permissions }
}

function rowOf(info: InfoClass, to: RecipientClass): string {
  const cell = shippedDisclosure.cells[info][to]
  const rule = `${rules[cell.rule]}${cell.disguised === null ? '' : `; disguised: ${rules[cell.disguised]}`}`
  const cells = [
    word('en', `recipientclass.${to}`),
    `${rule}${cell.inferred ? ' **\\***' : ''}`,
    cell.clause,
    ...tlps.map((marking) => bothOf(info, to, { marking })),
    bothOf(info, to, permitted(info, to)),
    bothOf(info, to, { disguised: true }),
  ]
  return `| ${cells.join(' | ')} |`
}

const tableOf = (info: InfoClass): string =>
  [
    `### ${word('en', `infoclass.${info}`)}`,
    '',
    `| to | rule | clause | ${tlps.join(' | ')} | CLEAR, permission on file | CLEAR, disguised |`,
    `|${' --- |'.repeat(tlps.length + 5)}`,
    ...recipientClasses.map((to) => rowOf(info, to)),
  ].join('\n')

const silentList = (): string =>
  infoClasses
    .flatMap((info) =>
      recipientClasses
        .filter((to) => shippedDisclosure.cells[info][to].inferred)
        .map((to) => `- ${word('en', `infoclass.${info}`)} to ${word('en', `recipientclass.${to}`)}`),
    )
    .join('\n')

const generated = (): string =>
  [
    begin,
    '',
    ...infoClasses.flatMap((info) => [tableOf(info), '']),
    '### Cells where the text is silent',
    '',
    silentList(),
    '',
    end,
  ].join('\n')

/** The page with its tables as they are now; what people wrote around them stays. */
export function withTables(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from === -1 || to === -1) throw new Error('the page has lost its marks')
  return `${page.slice(0, from)}${generated()}${page.slice(to + end.length)}`
}
