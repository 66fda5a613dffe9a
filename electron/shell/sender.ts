/** Decides whether a message comes from our own page: every channel of the shell asks this first. */
import type { WebFrameMain } from 'electron'
import { deskOrigin } from './places.ts'

export interface Sender extends Pick<WebFrameMain, 'url' | 'origin'> {
  readonly parent: object | null
}

/**
 * A main frame that shows our own page. The URL is compared as text, since Node's URL gives the origin `null` for a custom
 * scheme; the frame's origin alone would not do, since an about:blank child has its parent's.
 */
export function isDesk(frame: Sender | null): boolean {
  return (
    frame !== null && frame.parent === null && frame.origin === deskOrigin && frame.url.startsWith(`${deskOrigin}/`)
  )
}
