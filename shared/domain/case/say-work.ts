/** Sentences for the entries about how a case is worked: parties, links, times, clocks, permissions, evidence, taking back. */
import { saying, type Saying } from '../../words/say.ts'
import type { Act } from './act.ts'
import type { WorkAct } from './fold-work.ts'
import type { Names } from './say-act.ts'

type Said = WorkAct | Extract<Act, { kind: 'evidence.handled' | 'disclosed' | 'signed' | 'purged' | 'undone' }>

/** The first of the step says enough: the others were written with it. */
function sayUndone([first = '', ...others]: readonly string[], names: Names): Saying {
  const named = names.entry(first)
  if (named === null) return saying('act.undone', { count: others.length + 1 })
  return named.back
    ? saying('act.undone.again', { what: named.text })
    : saying('act.undone.what', { what: named.text, more: others.length === 0 ? '' : ` (+${others.length})` })
}

export function sayWork(act: Said, names: Names): Saying {
  switch (act.kind) {
    case 'party.set':
      return saying('act.party.set', { name: act.name, role: act.role })
    case 'party.asked':
      return saying('act.party.asked', { name: names.party(act.party), what: act.what, channel: act.channel })
    case 'party.answered':
      return saying('act.party.answered', { name: names.party(act.party), note: act.note })
    case 'party.dropped':
      return saying('act.party.dropped', { name: names.party(act.party), reason: act.reason })
    case 'link.set':
      return act.on
        ? saying('act.link.on', { to: act.to, relation: act.relation })
        : saying('act.link.off', { to: act.to, relation: act.relation })
    case 'event.added':
      return saying('act.event.added', { at: act.at ?? act.atText, what: act.what })
    case 'event.dropped':
      return saying('act.event.dropped', { what: names.event(act.event), reason: act.reason })
    case 'clock.paused':
      return saying('act.clock.paused', { clock: act.clock, reason: act.reason })
    case 'clock.resumed':
      return saying('act.clock.resumed', { clock: act.clock })
    case 'legal.set':
      return act.runs
        ? saying('act.legal.runs', { rule: act.rule, reason: act.reason })
        : saying('act.legal.off', { rule: act.rule, reason: act.reason })
    case 'legal.done':
      return saying('act.legal.done', { rule: act.rule, at: act.at, note: act.note })
    case 'place.set':
      return act.rung === null
        ? saying('act.place.cleared', { reason: act.reason })
        : saying('act.place.set', { rung: act.rung, reason: act.reason })
    case 'escalated':
      return saying('act.escalated', { step: act.step, to: act.to, note: act.note })
    case 'permission.given':
      return saying('act.permission.given', {
        party: act.party,
        classes: act.classes.join(', '),
        to: act.to.join(', '),
      })
    case 'permission.withdrawn':
      return saying('act.permission.withdrawn', { reason: act.reason })
    case 'prosecution.set':
      return saying('act.prosecution.set', { decision: act.decision, reason: act.reason })
    case 'evidence.handled':
      return saying('act.evidence.handled', { name: names.evidence(act.blob), what: act.what, note: act.note })
    case 'disclosed':
      return act.override === null
        ? saying('act.disclosed', { form: act.form, to: act.to.join(', ') })
        : saying('act.disclosed-over', { form: act.form, to: act.to.join(', '), reason: act.override })
    case 'signed':
      return saying('act.signed', { fingerprint: act.fingerprint })
    case 'purged':
      return saying('act.purge', { by: act.by, second: act.second, reason: act.reason })
    case 'undone':
      return sayUndone(act.entries, names)
  }
}
