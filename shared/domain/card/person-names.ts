/** Tells a person's name from the titles, teams and places that are written like one, and finds the words of a role. */
const PART = String.raw`(?:\p{Lu}['’]\p{Lu}[\p{L}]{1,24}|\p{Lu}[\p{Ll}\p{Lo}'’]{1,24}(?:\p{Lu}\p{Ll}{1,24})?|\p{Lu}{2,24})`
const WORD = `${PART}(?:[-‐]${PART}){0,2}`
const PARTICLE = String.raw`(?:de|del|van|von|der|den|ten|ter|zu|zur|zum|la|las|los|le|du|da|das|do|dos|di|bin|binti|al|el|ibn|af|av|y|e|i|'t|te|della|dalla|degli|dei)`
/** One to five words, the first and the last of them capitalised. */
const NAME = String.raw`${WORD}(?:(?: ${PARTICLE}){0,3} (?:${WORD}|\p{Lu}\.)){1,4}`

export const nameSource = NAME

/** Words that stand in titles, teams, offices and sentences, and in no name: five languages, without accents. */
const NOT_IN_NAMES = new Set(
  (
    'a about above academic access account action acting activities addresses administration administrative administrator advisor advisory affairs after agency agents all also alternate an ' +
    'analysis analyst analysts analytics and answer any architect architecture are area as assistance assistant association at authority available backup below board body branch by call campus center central centre ' +
    'cert certs chair chairman chairperson chairwoman chapter chief ciso cto cio cso cirt city coordinating coordinator coordinators communications community company computer computing constituency contact contacts corporate council ' +
    'council csirt current customer customers cyber cybersecurity data defence defense department deputies deputy desk details development devices digital director directorate directory division document duty ' +
    'electronic email emergency employees engineer engineering engineers enterprise event every executive expert experts facility faculty federal fire first for forensic forensics forum from full further general government governance group groups ' +
    'handler handlers handling hardware head headquarters help her his home hotline hours house human if in incident incidents industry information infrastructure inquiries institute institution intelligence international internal internet intern is it its key keys law ' +
    'lead leader leaders leading leadership legal level liaison list local mail main malware management manager managers managing media member members membership ministry mission monitoring name names national network networks new no non none not number ' +
    'of office officer officers official on only operation operational operations operator operators or organisation organization other our page part people person personal personnel phone please point policy postal press primary president principal privacy product project protection ' +
    'public quality reader regional registrar relations report reporting reports representative representatives research researcher researchers resources response responder responders risk role roles rotation school science scientist second secondary secretariat secretary section sector security see senior service services shift ' +
    'sirt site soc software specialist specialists staff state street student students substitute supervision supervisor support system systems team teams technical technician technologies technology telephone that the their there these they third this threat ticket time to trainee training trust unit university ' +
    'us user users vice visit volunteer vulnerability we web website when who will with work workers you your junior trainer triage hunter hunting tester pentester reverse level tier staff steering ' +
    // Spanish
    'analista analistas area asesor ayudante calle centro ciberseguridad comite comunicacion consultor consultora contacto coordinacion coordinador coordinadora correo departamento direccion directora disponible el emergencias encargado encargada entidad equipo equipos especialista gestion gestor gestora gobierno grupo guardia incidentes informacion ingeniero ingeniera integrante integrantes interno jefa jefe jefatura lista los miembro miembros ' +
    'ministerio nombre oficina operador operadora operaciones para personal persona plantilla portavoz prensa publica publicos puede red redes responsable responsables respuesta secretaria seguridad servicio servicios sistemas subdirector subdirectora suplente tecnico tecnica tecnologia telefono titular turno ' +
    // French
    'adjoint adjointe agence analyste analystes chef cheffe collaborateur comite directeur directrice disponible equipe equipes expert experte incidents informatique ingenieur ingenieure la le les liste membre membres mission nom nos notre numerique officier operateur permanence personne pilote poste referent referente reponse representant representante ' +
    'reseau responsable reseaux salarie secretariat securite service societe specialiste sur titulaire traitement une veille voir ' +
    // German
    'abteilung abteilungsleiter abteilungsleiterin amt analytiker analytikerin ansprechpartner ansprechpartnerin auf aufgabe bereich bereitschaft bereitschaftsdienst betrieb buero bundesamt das der die diensthabende diensthabender diensthabender dienst funktion gesamtleitung gruppe informationssicherheit informationstechnik ingenieurin ist keine kontakt koordination koordinator koordinatorin leiter leiterin leitung mitarbeiter mitarbeiterin mitglied mitglieder name ' +
    'nicht oder personen pressestelle referat referent referentin rechenzentrum sachbearbeiter sachbearbeiterin schichtleiter schichtleiterin sicherheit sicherheitsbeauftragter sprecher sprecherin stellvertreter stellvertreterin stellvertretende stellvertretender stellvertretung stv teamleiter teamleiterin teamleitung telefon und universitat unser verantwortlich verantwortliche verantwortlicher vertreter vertreterin vertretung von vorfall vorfalle werkstudent zustandig ' +
    // Portuguese
    'adjunta adjunto centro chefe contacto contato coordenacao coordenador coordenadora diretor diretora elementos engenheira engenheiro equipa equipe especialistas gestao informatica integram membro membros nome resposta rede responsavel responsaveis segurancas seguranca servico servicos tecnicos substituta substituto vice ' +
    'available weitere weiterer mitarbeiterinnen andere otros otras demas autres outros outras others ninguno ninguna keiner aucun nenhum january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)
// Given names that are words of the list in another language.
for (const word of ['may', 'april', 'june', 'august', 'al', 'el', 'e', 'di']) NOT_IN_NAMES.delete(word)

const simple = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f.]/g, '')
    .toLowerCase()

const IS_PARTICLE = new RegExp(`^${PARTICLE}$`, 'i')

/** A word of titles, teams, offices or sentences. */
export const isTitleWord = (word: string): boolean =>
  (NOT_IN_NAMES.has(simple(word)) && !IS_PARTICLE.test(word)) ||
  /CERT|CSIRT|CIRT|SIRT|SOC$|^(?:IT|ICT|OT|CTI|NOC|PGP|GPG|IR|HR|PR|VPN|FIRST|TF)$/.test(word)

const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u')
const HONORIFIC =
  /(?<![\p{L}.])(?:(?:Mr|Mrs|Ms|Dr(?:\.? ?(?:med|phil|jur|iur|ing|rer\. ?(?:nat|pol)|h\. ?c))?|Dott(?:\.?ssa)?|Sig(?:\.?ra)?|Avv|Cdr|Lcdr|Lt ?Cdr|Brig|Gen|Adm|Radm|Wg ?Cdr|Sqn ?Ldr|Flt ?Lt|Oblt|Hptm|Obstlt|Oberst|Kap|Korv|Prof|Ing|Eng|Mag|Sr|Sra|Dra|Lic|Mme|Mlle|Capt|Col|Lt|Maj|Dipl|Hr|Fr|Dº|Dña|Exmo|Shri|Smt|Shrimati|Crl|Cnel|Cmdte|Tte|Gral|Sgt|Sgto|Lcd[oa]|Mtr[oa]|Arq|Abog|MM|Messrs|Mses|Captain|Major|Colonel|Lieutenant|Commander|Sergeant|My|Cap)\.?(?:-(?:Ing|Inf|Wirt\.?-Inf)\.?)?|M\.|Herrn?|Frau|Señora?|Senhora?|Monsieur|Madame|Doctora?|Doutora?|Docteure?|Doktor|Professora?|Professeure?|Profesora?|Engenheir[oa](?= \p{Lu}\p{Ll}+ \p{Lu})|Ingenier[oa](?= \p{Lu}\p{Ll}+ \p{Lu})|DI\(FH\)|D\.(?= \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}))\s+(?=(?:\p{Lu}|["“]))/gu
const DEGREE =
  /,?\s\(?(?:Ph\.?\s?D|M\.?Sc|B\.?Sc|MBA|LL\.?M|M\.?Eng|B\.?Eng|M\.?A|B\.?A|CISSP|CISM|CISA|OSCP|GCI[AH]|GREM|CEH)\.?\)?(?=\s?(?:[,;:(|)–-]|$|\s))/g

/** The text without forms of address and degrees, which are no part of a name. */
export const withoutHonours = (text: string): string => text.replaceAll(HONORIFIC, '').replaceAll(DEGREE, '')

/** Two to five words that are written like a name, none of which is a word of titles or offices. */
export function isPerson(name: string): boolean {
  const words = name.split(/[\s-]+/)
  return (
    WHOLE_NAME.test(name) &&
    words.length <= 7 &&
    !words.some(isTitleWord) &&
    !/^\p{Lu}+$/u.test(name.replaceAll(/[\s-]/g, ''))
  )
}

/** "Lastname, Firstname" turned round; null where it is no such pair. */
export function turnedRound(text: string): string | null {
  const found = new RegExp(
    `^((?:${PARTICLE} ){0,2}${WORD}(?: ${WORD})?), (${WORD}(?: (?:${WORD}|\\p{Lu}\\.))?)$`,
    'u',
  ).exec(text)
  const name = `${found?.[2] ?? ''} ${found?.[1] ?? ''}`
  return found && isPerson(name.replace(/^(\S+ (?:\S+ )?)/u, '$1')) ? name : null
}

const ROLE_WORDS =
  /\b(?:head|lead|leads|leader|leading|manager|manages|director|chair\w{0,6}|chief|officer|analysts?|engineers?|coordinat\w{2,5}|co-ordinat\w{2,5}|representatives?|members?|deput(?:y|ies)|consultants?|specialists?|architects?|handlers?|researchers?|experts?|supervis\w{2,4}|liaison|responders?|backup|back-up|spokes\w{4,6}|secretary|administrators?|assistants?|trainees?|interns?|CISO|CTO|CIO|CSO|operators?|contact(?: person| point)?|advisor|president|developers?|hunters?|substitute|replacement|founder|owner|points? of contact|respons\w{3,6}|jef[ea]|director[ae]?s?|subdirector\w?|subcoordinador\w?|vice\w{4,12}|subjef[ea]|miembros?|coordinador\w{0,2}|analistas?|técnic[oa]s?|ingenier[oa]s?|encargad[oa]|portavoz|suplente|gestor\w?|especialistas?|adjunt[oa]|cheffe?|membres?|adjointe?|analystes?|ingénieure?s?|directeur|directrice|responsables?|référente?|pilote|expert(?:e|es)?|leit(?:er|erin|ung)|\w{0,16}leit(?:er|erin|ung)|mitglied\w{0,3}|stell?v(?:ertret\w{0,6}|\.)|vertret\w{2,6}|ansprechpartner\w{0,2}|analyst(?:in|en|innen)|sprecher(?:in)?|koordinat\w{2,5}|verantwortlich\w{0,3}|referent(?:in)?|beauftragte\w?|membros?|coordenador\w{0,2}|chefe|responsáve(?:l|is)|engenheir[oa]s?|elementos?|head of)\b/iu

export const isRole = (text: string): boolean => ROLE_WORDS.test(text.normalize('NFC'))
