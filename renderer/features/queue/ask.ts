/** What the queue page can be asking: one question at a time, about the selected case or about all marked ones. */
import type { Band } from '../../../shared/domain/order/ladder.ts'

export type Asking =
  | {
      readonly kind:
        'new' | 'assign' | 'phase' | 'wait' | 'tlp' | 'close' | 'link' | 'place' | 'views' | 'save' | 'words'
    }
  | { readonly kind: 'rung'; readonly band: Band }
  | null
