/** How a command ends early: refused (exit 1) or wrongly used (exit 2); and the kinds of options. */
import type { Saying } from '../../shared/words/say.ts'

export type OptionKind = 'flag' | 'one' | 'many'

/** Exit 1: a refusal with its words. */
export class Refused extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}

/** Exit 2: it was not called right. */
export class Usage extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}
