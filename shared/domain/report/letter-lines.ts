/** Tells the lines of a letter that say something from those that stand in every letter: quoted mail headers, key blocks, signatures. */
import { anyOf, plainWord } from './words.ts'

/** Of a line: `said` by the reporter; `foot` below the closing words; `sample`, a mail that was pasted in; `none`, not to be read at all. */
export type LineKind = 'said' | 'foot' | 'sample' | 'none'

const headerField =
  /^[> ]{0,8}(?:received|return-path|from|to|cc|subject|date|sent|message-id|mime-version|content-[\w-]{1,30}|x-[\w-]{1,40}|dkim-signature|domainkey-signature|authentication-results|received-spf|arc-[\w-]{1,30}|delivered-to|reply-to|sender|envelope-to|list-[\w-]{1,30}|errors-to|precedence|user-agent|importance|thread-[\w-]{1,10}|in-reply-to|references|auto-submitted|feedback-id|organization|von|gesendet|an|betreff|de|enviado(?: el)?|para|asunto|fecha|envoy[eé]|[aà]|objet|datum)\s?:/i
/** Only the program that moved a mail writes these. */
const machineField =
  /^[> ]{0,8}(?:received|return-path|message-id|mime-version|dkim-signature|authentication-results|received-spf|content-type|delivered-to|x-[\w-]{1,40})\s?:/i
/** "----- Forwarded message -----", "[ Offending message ]", "=== END ===" */
const rule = /^\s{0,8}(?:[-=_*#~]{4,}.{0,80}|\[ .{3,60} \])\s{0,4}$/
const sampleTitle =
  /^\W{0,12}(?:offending|original|spam|sample|full|complete|reported|copy of (?:the )?) ?(?:spam |e-?mail |mail )?(?:message|mail|e-?mail|headers?|sample)\b.{0,40}$/i

/** What a registry says of a network: who holds it, since when, and where it begins and ends. */
const registry =
  /^[> ]{0,8}(?:%(?:\s|$)|(?:inetnum|inet6num|netname|route6?|origin|descr|mnt-[\w-]{1,10}|admin-c|tech-c|abuse-c|abuse-mailbox|netrange|cidr|nethandle|netparent|nettype|orgname|orgid|regdate|updated|created|last-modified|as-?block|aut-num|organisation|org-name|remarks|e-mail|fax-no|nic-hdl|ref)\s{0,3}:)/i

const closing = new RegExp(String.raw`^[\s>*_-]{0,6}(?:${anyOf('closing')})\b[\s,.!:;-]{0,6}(?:.{0,30})$`, 'i')
const dashes = /^[> ]{0,4}--\s?$/
/** Below the closing words evidence may still come: under a title, a rule, or as lines of a log. */
const evidence =
  /^\s{0,8}(?:[-=_*#~]{4,}|.{3,60}:\s{0,4}$|\[[^\]]{3,60}\])|\d{2}:\d{2}:\d{2}|^.{0,20}\b(?:logs?|evidence|details?|pruebas?|registros?|preuves?|journaux|nachweise?|protokollauszug|annex|anhang|anexo|annexe)\b.{0,40}$/i

const mostFoot = 25
/** Behind "-- " nothing is said any more, but where something is announced as evidence. */
const announced =
  /^\s{0,8}(?:[-=_*#~]{8,}|.{0,40}\b(?:logs?|evidence|headers?|pruebas?|registros?|preuves?|journaux|nachweise?|anhang|anexo|annexe|details?)\b.{0,30}:)\s{0,4}$/i
/** "On Tue, 29 Sep 2026 at 10:00, Ops wrote:" */
const quoteIntro = /\b(?:wrote|escribi[oó]|a [eé]crit|schrieb|escreveu)\s?:\s{0,4}$/i

/** One kind for each line. */
export function kindsOf(lines: readonly string[]): readonly LineKind[] {
  const kinds: LineKind[] = []
  const walk = new Walk(lines)
  for (const [at, line] of lines.entries()) kinds.push(walk.next(line.slice(0, 4_000), at))
  return kinds
}

class Walk {
  readonly #lines: readonly string[]
  #armoured = false
  #sample = false
  #header = false
  #foot = 0
  #said = 0
  #over = false

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  next(line: string, at: number): LineKind {
    if (/^[> -]{0,6}-{4,5}BEGIN PGP (?!SIGNED)/.test(line)) this.#armoured = true
    if (/^[> -]{0,6}-{4,5}END PGP/.test(line)) {
      this.#armoured = false
      return 'none'
    }
    if (this.#armoured || registry.test(line)) return 'none'
    if (this.#header && (headerField.test(line) || /^[> ]{0,4}[ \t]+\S/.test(line)))
      return this.#sample ? 'sample' : 'none'
    this.#header = false
    const block = headerField.test(line) ? this.#blockAt(at) : null
    if (block !== null) {
      this.#header = true
      // Where a letter begins with one, the header is that of the letter itself, or of what was passed on.
      this.#sample ||= block === 'machine' && this.#said > 4
      return this.#sample ? 'sample' : 'none'
    }
    if (sampleTitle.test(line) && this.#said > 2 && this.#machineSoon(at)) this.#sample = true
    if (this.#sample) {
      if (this.#said > 4 && rule.test(line) && !this.#machineSoon(at)) this.#sample = false
      return 'sample'
    }
    return this.#body(line)
  }

  #body(line: string): LineKind {
    if (line.trim() !== '') this.#said += 1
    if (this.#over) this.#over = !announced.test(line)
    else if (dashes.test(line) && this.#said > 2) this.#over = true
    if (this.#over || quoteIntro.test(line)) return 'none'
    if (this.#said > 3 && line.length < 120 && closing.test(plainForms(line))) this.#foot = mostFoot
    else if (this.#foot > 0) this.#foot = evidence.test(line) ? 0 : this.#foot - 1
    return this.#foot > 0 ? 'foot' : 'said'
  }

  /** At least three fields in a row, folded lines between them; null for a single line with a colon. */
  #blockAt(at: number): 'machine' | 'plain' | null {
    let [fields, machine, dated] = [0, false, false]
    for (const line of this.#lines.slice(at, at + 12)) {
      if (headerField.test(line)) {
        fields += 1
        machine ||= machineField.test(line)
        dated ||= /^[> ]{0,8}(?:from|subject|von|betreff|de|asunto|objet)\s?:/i.test(line)
      } else if (!/^[> ]{0,4}[ \t]+\S/.test(line)) break
    }
    if (fields < 3) return null
    return machine ? 'machine' : dated ? 'plain' : null
  }

  #machineSoon(at: number): boolean {
    return this.#lines.slice(at + 1, at + 8).some((line) => machineField.test(line))
  }
}

/** "Mit freundlichen Grüßen" and "…Gruessen" alike. */
const plainForms = (line: string): string => plainWord(line).replaceAll('ue', 'u')
