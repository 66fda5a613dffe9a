/** Classes of information as they are typed. */
import { infoClasses, type InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import type { Args } from '../parse.ts'
import { oneOf } from '../values.ts'

/** Throws Usage for a class that there is not. */
export const classesOf = (args: Args): InfoClass[] =>
  args.many('class').map((given) => oneOf(given, infoClasses, '--class'))
