/** The words by which documents in five languages speak of channels, protection and how sensitive data are. */

export const MAIL =
  /e-?mails?\b|\bmail(?:s|ed)?\b|correos?\b|courriels?|courriers? électroniques?|messagerie|correio|messages? électronique|nachrichten\b|mailbox/i
export const PHONE =
  /telephone|\bphones?\b|\bvoice\b|\bcalls?\b|tel[eé]fono|telef[oó]nic|téléphon|telefon|llama(?:da|r|d|me|e)?\b|llamen|llame\b|appel(?:er|ez)|rufen sie|anruf|ligue\b|ligar\b/i
export const FORM = /\bforms?\b|formulari|formulaire|formular|\bportal/i
export const TRANSFER =
  /file[- ]transfers?|\b(?:s?ftp|sharing platform|upload)\b|transferencias? de (?:ficheros|archivos)|transferts? de fichiers|dateiübertragung|dateitransfer|dateiaustausch|transferências? de (?:ficheiros|arquivos)/i

/** Low and high, each in any word form. Low is looked for first and taken out, so that "not sensitive" is not "sensitive". */
const LOW_WORDS = String.raw`(?:ordinary|everyday|usual|common|non-urgent|simple|ordinaires?|courant\w*|habituel\w*|corrientes?|ordinari[oa]s|comunes|comuns|übliche\w?|gewöhnliche\w?) (?:matters|messages|questions|business|communications?|correspondence|topics|asuntos|comunicaciones|consultas|assuntos|anliegen|nachrichten|anfragen)|(?:échanges|questions|demandes|messages|asuntos|comunicaciones|consultas|assuntos|comunicações) (?:ordinaires|courant\w*|simples|habituel\w*|corrientes|ordinari[oa]s|comunes|comuns|habituales|habituais)|ohne (?:besonderen )?schutzbedarf|(?:where|if|when) (?:it|they|this|that) (?:does|do|is|are) not,|(?:contain\w*|with|has|have|bears?|holds?) no (?:sensitive|confidential|personal|protected)|(?:other|remaining) (?:e-?mails?|messages|information|communications?|correspondence)|(?<!unless |if )otherwise(?! (?:agreed|stated|specified|noted|instructed|requested|indicated))|(?:les )?autres (?:messages|informations|échanges|courriels)|(?:l[oa]s )?(?:demás|restantes|otr[oa]s) (?:mensajes|informaciones|comunicaciones|correos|casos)|(?:as |os )?(?:demais|restantes|outr[oa]s) (?:mensagens|informações|comunicações|casos)|(?:andere|sonstige|übrige)n? (?:nachrichten|informationen|e-?mails?|fälle)|im übrigen|ansonsten|en los demás casos|dans les autres cas|without (?:any )?(?:sensitive|confidential|personal)(?:(?: or |, )(?:sensitive|confidential|personal))?|(?:not|without|no|never) (?:contain\w*|includ\w+|involv\w+|carry\w*) (?:any )?(?:sensitive|confidential|personal)|(?:everything|anything|all) else|all other (?:information|data|matters|communications?|purposes|messages|e-?mails?)|most (?:things|matters|purposes)|(?:general|simple) (?:questions|enquiries|inquiries|matters)|routine (?:communications?|correspondence|matters|messages|e-?mails?)|alles (?:andere|übrige)|(?:ohne|keine) (?:sensiblen?|vertraulichen?|personenbezogenen?)|(?:todo )?lo demás|para el resto|que no conten\w+ (?:información|datos) (?:sensible|confidencial|personal)\w*|(?:pour )?(?:tout )?le reste|ne conten\w+ pas (?:de |d['’])(?:informations?|données) (?:sensibles?|confidentielles?|personnelles?)|restante (?:informaç|informaci|comunica)\w+|resto de (?:la|a|da) \w+|(?:the )?rest of the (?:information|data)|restliche\w* \w+|tudo o (?:resto|mais)|para o resto|que não conten\w+ (?:informação|informações|dados) (?:sensíve\w+|confidencia\w+|pessoa\w+)|low(?:ly|er)?[- ]{0,3}(?:level |risk |grade )?(?:of )?(?:sensitiv\w*|confidential\w*|classification)|(?:non|not|less|un)[- ]?(?:sensitive|confidential|classified)|of (?:low|little|minor) (?:sensitivity|confidentiality)|insensitive|harmless|(?:that|which) (?:is|are) not (?:sensitive|confidential)|public information|information that is public|tlp[: ]{1,3}(?:green|clear|white)(?! (?:and|or) (?:above|higher|up))|(?:baja|escasa|poca) (?:sensibilidad|confidencialidad)|sensibilidad baja|(?:poco|no|nada) (?:sensibles?|confidencial(?:es)?)|(?:peu|non|pas) (?:sensibles?|confidentiel(?:le)?s?)|(?:faible|basse)(?:ment)? (?:sensib\w*|confidential\w*)|sensibilité (?:faible|basse)|(?:gering|niedrig|wenig|nicht|kaum)(?:e[mnrs]?)? (?:sensib\w*|sensitiv\w*|schutzbed\w*|schutzwürd\w*|vertraulich\w*)|unsensib\w*|unkritisch\w*|öffentliche[nr]? informationen|(?:pouco|não|nada) (?:sensíve(?:l|is)|confidencia(?:l|is))|baixa (?:sensibilidade|confidencialidade)|sensibilidade baixa`
/** Word characters of five languages. */
const WIDE = LOW_WORDS.replaceAll(String.raw`\w`, '[\\wà-ÿ]')
const LOW = new RegExp(WIDE, 'i')
const LOW_ALL = new RegExp(WIDE, 'gi')
const HIGH =
  /sensiti|sensib|sensíve|confiden|vertraulich|restricted|classified|\bsecrets?\b|geheim|personal (?:data|information)|datos personales|données (?:personnelles|à caractère personnel|de patients)|personenbezogen|dados pessoais|schutzbed|schützenswert|tlp[: ]{1,3}(?:amber|red)|patient\w*daten|patient data|about patients|(?:health|medical) (?:data|records?|information)|gesundheitsdaten|datos (?:de salud|médicos)|données (?:de santé|médicales)|dados (?:de saúde|médicos)|kundendaten|customer data|datos de (?:pacientes|clientes)|dados de (?:pacientes|clientes)|privileged|controlled (?:information|data)|reservada|proprietary|protected (?:information|data)|secure communications?|\bvertraulich/i

/** "Insensitive to …" and "sensitive to time" are not about data; the sender of mail may be. */
export function sensitivityOf(text: string): 'low' | 'high' | null {
  const rest = text.replaceAll(LOW_ALL, ' ')
  if (HIGH.test(rest)) return 'high'
  return LOW.test(text) ? 'low' : null
}

const PLAINLY = String.raw`unencrypted|un-encrypted|non-encrypted|not (?:be )?encrypt\w*|without (?:\w+ )?encryption|unprotected|in (?:the )?clear\b|clear ?text|plain(?: ?text)?\b|sin cifra\w*|no cifrad\w*|sin encriptar|non[- ]chiffrée?s?|sans chiffrement|en clair|unverschlüsselt\w*|im klartext|ohne verschlüsselung|sem (?:cifra\w*|criptografia|encripta\w*)|não (?:cifrad|encriptad|criptografad)\w*|em claro`
export const UNENCRYPTED = new RegExp(`\\b(?:${PLAINLY})`, 'i')
const UNENCRYPTED_ALL = new RegExp(`\\b(?:${PLAINLY})`, 'gi')
const ENCRYPTION =
  /\b(?:pgp|gpg|openpgp|gnupg)\b|encrypt|en-?crypt|s\/?mime|cifrad|cifrar|\bcifra\b|cifren|chiffr|verschlüssel|encripta|criptogra|with (?:the|our) public key/i

/** Speaks of protecting a message, apart from words that say the contrary. */
export const asksEncryption = (text: string): boolean => ENCRYPTION.test(text.replaceAll(UNENCRYPTED_ALL, ' '))

export const FORBIDS =
  /\b(?:is|are) not (?:used|suitable|suited|meant|considered secure)\b|\b(?:must|should|shall|may|can|will|to) (?:not|never)\b|\b(?:is|are) (?:not (?:to be|allowed|permitted|acceptable|sufficient)|never)\b|cannot|\bdo not\b|don['’]t|\bnever\b|\bno (?:se )?(?:deben?|envíe\w?|enviar|utili[cz]\w+|transmit\w+|use\w?)\b|\bnunca\b|\bne (?:doi(?:t|vent)|faut|pas|jamais)\b|\bn['’]envoyez\b|jamais|\b(?:dürfen|darf|sollte[nt]?|sollen|soll|bitte) (?:\w+ )?(?:nicht|nie|niemals|keine)\b|\bniemals\b|\bkeine\b[^.]{0,60}(?:senden|schicken|übermitteln)|\bnão (?:deve[mn]?|envie[m]?|enviar|use[m]?|utilize[m]?)\b/i
/** "Ne doivent être envoyées que chiffrées", "only encrypted": a demand in the shape of a ban. */
export const ONLY_ENCRYPTED =
  /\bne (?:\S+ ){1,5}que (?:sous forme )?(?:chiffr|cifr)|\b(?:only|solely|exclusively|nur|sólo|solo|únicamente|só|apenas|uniquement|seulement)\b[^.;]{0,40}(?:encrypted|cifrad|chiffr|verschlüsselt|encriptad)|unless (?:it is |they are )?encrypted|sofern nicht verschlüsselt/i

/** It will do: whoever sends may do it so. */
export const SUFFICES =
  /sufficien|suffice|appropriate|acceptable|accepted|adequate|\bfine\b|allowed|permitted|possible|may be (?:sent|used|exchanged|transmitted|reported)|can be (?:sent|used|exchanged)|will do\b|regular|ordinary|normal|usual|comum|comun\b|corriente|courant|simple|plain|\bbast[ae]n?\b|suficiente|adecuad|aceptable|\bpueden?\b|conven[ia]|conviennent|convient|suffi[ts]|suffisent|acceptable|peu(?:t|vent)|genüg|ausreich|reicht|reichen|zulässig|hinreichend|gestattet|erlaubt|kann|können|gewöhnlich|adequad|aceitáve|pode[m]?\b|serve[m]?\b|is (?:ok|okay)\b|need(?:s)? not|not (?:required|necessary|needed)|alcanza|il suffit|chega\b|no es necesari|n['’]est pas (?:nécessaire|obligatoire)|nicht (?:nötig|erforderlich)|não é necessári/i
/** "Telephones are not considered secure." */
export const NOT_SECURE =
  /^(?!.*\bbut\b)[^,;]{0,80}(?:\b(?:are|is|be) not (?:considered|regarded|deemed)|\bno se consideran?|\bne (?:sont|est) pas considéré|\bn['’]est pas considéré|\bnão (?:são|é|se) considera)[^,;]{0,40}(?:secure|safe|segur|s[uû]r|sicher)|gelten nicht als sicher|gilt nicht als sicher/i
/** "PGP-encrypted e-mail or telephone will be used". */
export const OR_PHONE =
  /(?:encrypted|cifrado|chiffrés?|verschlüsselte\w?) (?:e-?mails?|mails?|correo|courriels?)(?: (?:con|avec|mit|with) (?:pgp|gpg))? (?:or|o|ou|oder) (?:by |por |par |per )?(?:the |el |le |das |o )?(?:tele)?(?:phone|f[oó]n|telefon)|(?:e-?mail|correo|courriel) (?:cifrado|chiffré|encrypted)(?: \w+ pgp)? (?:or|o|ou|oder) (?:by |por |par |per )?(?:the |el |le )?(?:téléphone|teléfono|telefone|telephone)/i

export const SECURE_ENOUGH =
  /secure enough|sufficiently (?:secure|safe)|adequately secure|(?:regard|consider|deem)\w* [^.]{0,50}(?:secure|safe)\b|safe for all|regarded as (?:\w+ )?(?:secure|safe)|may be used (?:even )?(?:for confidential|unencrypted)|suficientemente segur|segur[oa]s? (?:aun|aunque|incluso) sin|suffisamment s[uû]r|sûrs? même|(?:hinreichend|ausreichend|genügend) sicher|(?:même|auch|even|incluso|aun|mesmo) (?:unencrypted|unverschlüsselt|sans|sin|sem|non)/i

export const MUST =
  /\bmust\b|always|\bshall\b|\bshould\b|has to|have to|\bis to be\b|are to be|required|mandatory|obligat|\bdebe[nr]?\b|siempre|\bdoit\b|\bdoivent\b|toujours|\bmuss\b|müssen|immer|\bsind .{0,40}zu \b|zwingend|verpflichtend|\bdeve[m]?\b|sempre|obrigat|please|\bwill be\b|wird\b|werden\b/i

export const REPORT =
  /report(?:s|ed|ing)? (?:of |on |about |an |any |all |your |security |computer |cyber )*(?:incidents?|vulnerabilit)|incident (?:reports?|notifications?)|any incident|incident[- ]related|(?:all |any |every |your )reports?\b|^reports? (?:must|should|shall|are)|(?:notifica\w+|reportes?|reportar|comunicaci\w+|avisos?) (?:de |sobre |los |un |cualquier |todo )*incidente|signale\w* (?:de |d['’]|un |les |tout )*(?:incident)|signalements?|déclarations? d['’]incident|(?:meldung\w*|melde\w*|mitteilung\w*) (?:über |von |zu )?(?:\w+ )?vorf[aä]ll|vorfälle (?:melden|bitte)|vorfall(?:s)?meldung|notificaç(?:ão|ões) (?:de |sobre )*incidente|reportes? de incidente|tod[oa] reporte/i

/** "All e-mail must be encrypted": whatever is sent, not reports alone. */
export const EVERYTHING =
  /\b(?:all|any|every)\b[^.;]{0,40}(?:e-?mails?\b|\bmails?\b|communications?|messages?|correspondence|notice)|tod[oa]s? (?:l[oa]s? )?[^.;]{0,30}(?:correo|comunicaci|mensaje|comunicaç|mensage)|tou(?:s|te|tes|t) (?:les? )?[^.;]{0,20}(?:mails?|courriels?|communications?|messages?|échanges?)\b(?! (?:contenant|comportant|avec))|(?:alle|jede|sämtliche)\w{0,2} [^.;]{0,30}(?:mails?|nachrichten|kommunikation|mitteilungen)/i

export const NOT_POSSIBLE =
  /not possible|impossible|not advisable|inadvisable|cannot (?:be )?(?:use|send|reach)|unable to|indisponibilit|indisponibilidad|\bout(?:age| of order)|does(?: not|n['’]t) work|ausfall|not available|unavailable|(?:is|are) (?:down|offline)|no est[áa]n? (?:disponible|operativ)|não est(?:á|ão|iver) (?:disponíve|operacion)|n['’]est pas (?:disponible|joignable)|nicht (?:zur verfügung|erreichbar)|not work|fails?\b|no (?:es|sea|fuera|resulta) posible|no (?:se )?pued|imposible|no disponible|(?:n['’]est|n['’]était|n['’]es) pas possible|ne (?:peu[tx]|pouvez|fonctionne)|indisponible|nicht möglich|nicht verfügbar|unmöglich|nicht (?:genutzt|verwendet|benutzt) werden|não (?:for|é|seja|puder) poss[ií]vel|não (?:puder|conseguir)|impossível|indisponível/i
