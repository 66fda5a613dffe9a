/** The ways in which work on a file stops before its end, thrown inside the engine and turned into values at its edge. */
import type { Saying } from '../../../../shared/words/say.ts'

/** The answer is no, whoever reads the file. */
export class Refused extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}

/** Something that the native way leaves to OpenPGP.js, so that the native way needs to know only what it is sure of. */
export class Surprise extends Error {}
