/** The sender's HTML, shown only when it is asked for: in a frame without scripts, origin, forms or links, under the page's policy. */
import { useEffect, useRef } from 'react'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { t } from '../../ui/t.ts'
import { mailDocument } from './mail-html.ts'

interface HtmlPolicy {
  /** What comes back is a TrustedHTML, which `srcdoc` takes in place of a string. */
  readonly createHTML: (html: string) => string
}

declare global {
  interface Window {
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy }
  }
}

const defanged = (link: string): string =>
  /^[a-z]{2,10}:\/\//i.test(link) ? defang({ type: 'url', value: link }) : link

/** The only policy that the page allows (page-headers.ts): whatever becomes HTML goes through `mailDocument`. */
const rules: HtmlPolicy = { createHTML: (html) => mailDocument(html, defanged) }
const policy = window.trustedTypes?.createPolicy('signet-mail', rules) ?? rules

export function HtmlFrame({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current !== null) frame.current.srcdoc = policy.createHTML(html)
  }, [html])
  return <iframe ref={frame} className="mail-html" title={t('html.frame')} sandbox="" referrerPolicy="no-referrer" />
}
