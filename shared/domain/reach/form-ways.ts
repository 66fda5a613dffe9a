/** The forms that take reports. Signet opens no page, so a form is text that is kept until somebody is online. */
import type { CardForm } from '../card/card-reading.ts'
import { saying } from '../../words/say.ts'
import { from } from './from.ts'
import { audiencesOf, openRowNaming, type Opening } from './hours-for.ts'
import { later } from './mail-ways.ts'
import { ranks, type Option, type Ways } from './option.ts'
import type { ReachCard, ReachQuestion } from './reach.ts'

export function formWays(card: ReachCard, question: ReachQuestion, opening: Opening): Ways {
  const audiences = audiencesOf(question)
  const ours = card.forms.filter(({ audience }) => audiences.includes(audience))
  return {
    options: question.purpose === 'incident' ? ours.map((form) => optionOf(form, card, question, opening)) : [],
    refused: card.forms
      .filter((form) => !ours.includes(form))
      .map(({ url, audience, line }) => ({
        kind: 'form',
        value: url,
        line,
        because: saying('reach.not.audience', { value: url, whom: audience, ...from(line) }),
      })),
  }
}

function optionOf({ url, line }: CardForm, card: ReachCard, question: ReachQuestion, opening: Opening): Option {
  const isPreferred = card.preferred?.channel === 'form'
  const readNow = opening.open === 'yes' ? null : openRowNaming(opening, url)
  return {
    kind: 'form',
    value: url,
    line,
    protection: 'plain',
    rank: isPreferred ? ranks.preferred : ranks.form,
    reasons: [
      ...(isPreferred ? [saying('reach.by.preferred', { medium: 'form', ...from(card.preferred.line) })] : []),
      saying('reach.by.form', from(line)),
      ...(readNow === null ? [] : [saying('reach.by.form-now', { osm: readNow.osm, ...from(readNow.line) })]),
    ],
    warnings: [
      saying('reach.mind.form-queue'),
      ...(question.sensitivity === 'high' ? [saying('reach.mind.form-sensitive')] : []),
      ...(readNow === null ? later(opening) : []),
    ],
    asFallback: saying('reach.then.form'),
    script: null,
  }
}
