/** Classes of information (M-41 and after): what this version can say about them in a verdict, which is that it does not judge them. */
import type { Verdict, VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import { saying } from '../../../shared/words/say.ts'
import type { Args } from '../parse.ts'
import { oneOf } from '../values.ts'

const classes = [
  'private-user',
  'intruder',
  'private-site',
  'vulnerability',
  'embarrassing',
  'statistical',
  'contact',
] as const

/** Throws Usage for a class that there is not. */
export const classesOf = (args: Args): readonly string[] =>
  args.many('class').map((given) => oneOf(given, classes, '--class'))

/** A class that was named and not judged is a condition: a person has to. */
export function withClasses({ verdict, reasons }: Verdict, named: readonly string[]): Verdict {
  const about: VerdictReason =
    named.length === 0
      ? { level: 'allow', said: saying('release.no-classes'), clause: 'Signet', recipient: null }
      : {
          level: 'condition',
          said: saying('release.classes-not-judged', { classes: named.join(', ') }),
          clause: 'Signet',
          recipient: null,
        }
  const before = reasons.filter(({ level }) => level === 'stop' || (level === 'condition' && about.level === 'allow'))
  const after = reasons.filter((reason) => !before.includes(reason))
  return { verdict: verdict === 'allow' ? about.level : verdict, reasons: [...before, about, ...after] }
}
