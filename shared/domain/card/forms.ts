/** Reads where incidents are reported by a form, and whether the document agrees with itself that there is one. */
import { saying } from '../../words/say.ts'
import { audienceIn } from './audience.ts'
import type { Audience, CardFinding, CardForm } from './card-reading.ts'
import { finding } from './finding.ts'
import { plainText, type Sentence } from './flow.ts'
import { sectionsOf, type Section } from './sections.ts'
import { urlsIn } from './urls.ts'

const FORM =
  /\bforms?\b|formulari|formulaire|formular|meldeformular|\breport(?:ed|ing)? (?:online|here|at|via (?:the|our) (?:web|portal))/i
const NO_FORM =
  /(?:do(?:es)? not|don't|no|not|without) (?:\w{1,12} ){0,4}(?:forms?|available)|there (?:is|are) (?:currently )?no\b|^(?:none|n\/?a|not available|no disponible|ninguno|aucun|keine?|não disponível)|no (?:existe|hay|dispone)\w* .{0,40}formulari|pas (?:encore )?de formulaire|n['’]existe pas|aucun formulaire|kein(?:e)? (?:\w+ )?formular|não (?:existe|há|dispõe)\w* .{0,40}formulári/i

const sentencesWithForm = (
  sections: readonly Section[],
): readonly { readonly sentence: Sentence; readonly section: Section }[] =>
  sectionsOf(sections, '6', '2.10', '2.11', 'hours', '2').flatMap((section) =>
    section.sentences
      .filter(({ text }) => FORM.test(text) && !NO_FORM.test(text))
      .map((sentence) => ({ sentence, section })),
  )

/** The words, not the address of the page, say for whom a form is. */
function formAudience(text: string): Audience {
  const words = text.replaceAll(/(?:https?:|www\.)\S{1,1000}/gi, ' ')
  return /\bpublic/i.test(words) ? 'public' : (audienceIn(words) ?? 'public')
}

/** The address of the form stands in the sentence that speaks of it, or right after. */
function urlsOf(sentence: Sentence, section: Section): readonly CardForm[] {
  const end = sentence.start + sentence.text.length
  const next = section.sentences.find(({ start }) => start > sentence.start)
  const follows = /[:]$/.test(sentence.text) || !/https?:|www\./i.test(sentence.text)
  const reach = follows && next && /^(?:https?:|www\.|<)/i.test(next.text) ? next.start + next.text.length : end
  return urlsIn(section.flow)
    .filter(({ at }) => at >= sentence.start && at < reach)
    .map(({ url, line }) => ({ url, line, audience: formAudience(sentence.text) }))
}

const USES_FORM =
  /\b(?:use|using|fill|complete|completing|submit|utilice|rellen|cumpliment|utilise[rz]|rempli|verwenden|ausfüllen|preench)\w*\b[^.\n]{0,60}\b(?:form|formulari[oe]|formulaire|formular)\b/i

function contradiction(sections: readonly Section[]): readonly CardFinding[] {
  const denial = sectionsOf(sections, '6').find((section) => NO_FORM.test(plainText(section.flow).slice(0, 500)))
  const asked = sectionsOf(sections, '2.11', '2.10', '2.7', 'hours', '5.1')
    .flatMap(({ sentences }) => sentences)
    .find(({ text }) => USES_FORM.test(text) && !NO_FORM.test(text))
  return denial && asked ? [finding('warning', asked.line, saying('form-contradiction', { line: denial.line }))] : []
}

export function readForms(sections: readonly Section[]): {
  readonly forms: readonly CardForm[]
  readonly findings: readonly CardFinding[]
} {
  const all = sentencesWithForm(sections).flatMap(({ sentence, section }) => urlsOf(sentence, section))
  const forms = all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index)
  return { forms, findings: contradiction(sections) }
}
