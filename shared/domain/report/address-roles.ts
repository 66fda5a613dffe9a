/** Who acted and who was acted upon: told by the words right before an address, in any of the languages. */
import { anyOf, anyWord } from './words.ts'

export type Side = 'source' | 'destination'

export interface FoundSide {
  readonly role: Side
  /** Said to be one or the other, not only taken for it. */
  readonly labelled: boolean
}

/** What may stand between such a word and the address: "source IP address of the", "attacking host was". */
const between = String.raw`(?:[ \t_/,-]{1,2}(?:${anyWord('address')}|host|hosts|range|network|net|site|rechner|equipo|hote|red|inside|outside|dmz|lan|wan|netz|netzwerk|bereich|rango|plage|client|customer|kunde|cliente|subscriber|source|web|mail|the|la|el|l'|le|les|los|las|der|die|das|dem|den|a|an|was|were|is|are|ist|war|jeweils|est|es|era|fue|fueron|sont|sind|waren|lautet|con|with|mit|avec|de|da|do|del|von|du|following|with the|[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}|ip-adresse|ip-adressen|dirección|direcciones|adresse|número|endereço)){0,5}`
const end = String.raw`[\s:=*"'([<]{0,6}$`

const acted = String.raw`attack(?:ed|ing|s)|scann(?:ed|ing)|scans|prob(?:ed|ing)|flood(?:ed|ing)|connect(?:ed|ing|s)|contact(?:ed|ing|s)|talks to|beacons to|reach(?:ed|ing)|access(?:ed|ing)(?: (?:at|on|via))?|communicat(?:ed|es|ing)(?: with)?|attacks? on|floods? on|ataques? a|angriffe? auf|attaques? sur|target(?:ed|ing|s)|towards|toward|against|to|hacia|contra|al|nach|gegen|auf|vers|contre|atac[oó]|escane[oó]|cifr[oó]|conect(?:a|an|aba|aron|ó) (?:a|con)|se connect(?:e|ent) (?:à|a)|verbind\w{1,4} sich (?:mit|zu)|zu|encrypted|rebooted|penetrated|breached`
const destinationWords = new RegExp(
  String.raw`(?:(?<![\p{L}_])(?:${anyWord('destination')}|dest_?ip|dst_?ip|c&c|den (?:steuerungs|kontroll|c2-?|sinkhole-?|ziel)\p{L}{0,3}server|${acted})(?:'s|’s)?(?![\p{L}])${between}|->|=>|-->|>>|\u2192)${end}`,
  'iu',
)
const sourceWords = new RegExp(
  String.raw`(?<![\p{L}_])(?:(?:your|its|ihrem|ihres)? ?(?:customer|client|subscriber|user|kunde)n?['’]s|${anyWord('source')}|src_?ip|source_?ip|from|procedentes? del?|provenant de|venant de|provenance de|originad[oa]s? (?:en|por)|desde|von|vom|depuis|aus|by|durch|par|por)(?![\p{L}])${between}${end}`,
  'iu',
)
/** "assigned to 192.0.2.1", "resolves to 192.0.2.1": theirs it is that is meant, nothing was sent to it. */
const belongs = new RegExp(
  String.raw`(?:assigned|belong\w{0,4}|related|relat(?:es|ing)|relation|attributed|allocated|resolv\w{1,3}|point\w{0,3}|traced|linked|delegated|registered|correspond\w{0,3}|respect|regards?|pertain\w{0,3}|according|mapped|apunta|resuelve|zugeordnet|attribu[eé]e?) (?:to|a|à|al)${between}${end}|(?:(?<![\p{L}])link|[\w-]{2,60}\.[a-z]{2,20})\/?\s{0,20}(?:->|=>|-->|\u2192|=)\s{0,4}[[(]?$`,
  'iu',
)
/** "our server, which has the address 203.0.113.20" */
const called = String.raw`(?:,? (?:which |that |whose |que |qui |der |die |das |che |cuya |dont )?(?:(?:has|is|hat|ist|tiene|es|a|est|with|ha|l'adresse est) )?(?:the |die |la |l'|une |una |un |eine )?(?:${anyWord('address')}|dirección|adresse)(?: (?:is|ist|es|est))?)?`
/** "attacked our web server 203.0.113.20": theirs, so not the source. */
const theirs = new RegExp(
  String.raw`(?<![\p{L}])(?:${anyOf('ours')})(?:[\s,(]{1,3}(?!(?:from|your|by|desde|von|depuis|ihr|su|votre|par|por|and)\b)[\p{L}\w./-]{1,30}){0,4}${called}[\s:,(['"]{0,6}$`,
  'iu',
)
/** Addresses that stand there for other reasons. */
const noAddress =
  /\b(?:version|versión|ver|v|release|firefox|chrome|safari|firmware|build|netmask|mask|m[aá]scara|gateway|dns server|nameserver|resolver used|php|openssl|apache|nginx|openssh)[ :/]{0,3}$/i

/** "logged in to the VPN of the institute (192.0.2.1", "an account on a server at 192.0.2.1", "port 8080/tcp of 192.0.2.1". */
const usedThere = new RegExp(
  String.raw`(?:\b(?:logged (?:in|on)|log(?:ging)? ?in|logins?|signed in|access|connect\w{0,3}|intrud\w{0,3}|broke in) (?:in)?to\b(?:(?!\b(?:from|by|your|via)\b)[^.;\d]){0,60}|\b(?:server|account|service|system|portal|gateway|bank)\b(?:(?!\b(?:from|by|your)\b)[^.;\d]){0,30} (?:at|on)|\b(?:ports?|puertos?)\b[^.;]{0,24}(?:/tcp|/udp|\d) (?:of|on|de|von|auf|du|do)(?: our| the| el| la)?)[\s(]{0,3}$`,
  'iu',
)

export const isNoAddress = (before: string): boolean => noAddress.test(before)

/** `before`: some 60 characters; `last`: the side of the address before on the same line. */
export function sideBy(before: string, last: Side | null, otherwise: Side | null): FoundSide {
  const near = before.slice(-60)
  // "client: 192.0.2.1, …, host: "203.0.113.1"": whom the client asked.
  if (last === 'source' && /[,;[(]\s?(?:host|server|upstream|vhost|local)(?:\s?[:=]\s?|\s)["']?$/i.test(near))
    return { role: 'destination', labelled: true }
  if (usedThere.test(before.slice(-110)) && !/\b(?:your|ihr\w{0,2}|sus?|votre|vos)\b/i.test(near))
    return { role: 'destination', labelled: true }
  if (belongs.test(near)) return { role: 'source', labelled: false }
  if (theirs.test(near)) return { role: 'destination', labelled: true }
  const isSource = sourceWords.test(near)
  if (destinationWords.test(near) && !(isSource && /\b(?:your|su|sus|votre|vos|ihre?[nrms]?)\b/i.test(near)))
    return { role: 'destination', labelled: true }
  if (isSource) return { role: 'source', labelled: true }
  return { role: last ?? otherwise ?? 'source', labelled: otherwise !== null }
}
