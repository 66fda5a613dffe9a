/** Tells the part of the template by the words of a heading that no list of titles has: weaker than a title, so it must also stand under the right number. */
import type { Concept } from './card-reading.ts'

/** First match wins. Words without accents and capitals, in five languages. */
const KEYWORDS: readonly (readonly [Concept, RegExp])[] = [
  ['1.2', /distribution|mailing list|notif|list[ae]s? de d|difusion|diffusion|verteiler|benachrichtig|distribu/],
  ['1.4', /authenti|autentic|authentif|authentiz|echtheit|signatur|firma|assinatura|verific|integrit/],
  [
    '1.3',
    /locat|where|found|obtain|availab|ubicacion|donde|localiza|encontr|acceso|lieu|trouver|emplacement|acces|consult|fundort|fundstelle|ablage|bezug|speicherort|veroffentlich|gefunden|erhaltlich|onde|local|acesso|disponib|publicat|lugar/,
  ],
  [
    '1.1',
    /update|revision|version|actualiz|modific|mise a jour|aktualis|anderung|stand|atualiz|date|fecha|datum|data|revis/,
  ],
  ['1', /document|dokument|vorbemerkung|preliminary|introduc|einleitung|general remark/],
  ['2.5', /\bfax|facsimil|telefax|telecop|faksimile/],
  [
    '2.6',
    /(?:other|weiter|ander|sonstig|otr[ao]s?|autres?|outr[ao]s?|additional).*(?:telecom|telek|communic|kommuni|comunic|channel|medios|meios|mittel|moyens|wege|vias|means|contact)|^(?:other|otros?|otras?|autres?|andere[sr]?|sonstiges?|outr[oa]s?)\s?:?\s*$/,
  ],
  ['2.7', /e-?mail|correo|courriel|messagerie|correio|electronic|electronique|mailadress/],
  [
    '2.8',
    /public key|\bkeys?\b|encrypt|\bpgp\b|\bgpg\b|clave|cifrad|llave|chiffr|\bcles?\b|schlussel|chaves?|cripto|\bcifra/,
  ],
  ['2.4', /telephone|\bphones?\b|telefon|rufnummer|hotline/],
  ['2.3', /time ?zone|zona horaria|\bhuso|fuseau|zeitzone|\bfuso/],
  [
    '2.9',
    /members?$|^members|team composition|\bstaff|personnel|people|integrant|miembro|membre|personell?|mitglied|mitarbeiter|zusammensetzung|membro|elementos|composic|ansprechpartner$|representative|^(?:(?:the|our|das|unser|el|nuestro|notre|a|o) )?(?:team|equipo|equipe|equipa)$|^l equipe$/,
  ],
  ['web', /^(?:world wide )?web\b|web ?site|webseite|sitio web|pagina web|internetauftritt|^www$|homepage/],
  [
    'hours',
    /hours|operating times|horario|horas de|horaires|heures|zeiten$|erreichbarkeit|disponibilidad|disponibilite|verfugbarkeit|availability/,
  ],
  [
    '2.11',
    /(?:customer|client|constituen|communit|public|user|kunden|comunidad|utilizador|usuari|benefic).*(?:contact|kontakt|atencion)|relations? (?:avec|with|con)\b|beziehungen? zu|contact.*(?:customer|client|constituen|communit|public|user|comunidad|utilizador|usuari|method|channel|point|person)|points? (?:of|de) contact|puntos? de contacto|pontos? de conta|kontakt.*(?:kunden|stelle|punkt)|anlaufstelle|ansprechstelle|atencion|atendimento|how to (?:contact|reach)|reaching|contacting/,
  ],
  [
    '2.10',
    /(?:other|further|additional|more|otra|mas|adicional|autres?|complement|weitere|sonstige|zusatzlich|outras?|mais).*(?:info|angaben|hinweise|datos|dados|renseign)|informac.*adicional|renseign.*complement|dados.*complement|datos.*complement|info.*complement|miscellan|verschiedenes|^divers$|^sonstiges$|^varia$|^varios$|^diversos$|^outros$|^altro$|^otros$|^notes?$|^notas$/,
  ],
  ['2.2', /address|direccion|adresse|anschrift|endereco|morada|domicil|sede\b/],
  ['2.1', /\bname|nombre|\bnom\b|\bnome\b|bezeichnung|designation|denomina/],
  ['2', /contact|kontakt|coordonn|conta[c]?to/],
  ['3.1', /mission|mision|auftrag|aufgabe|missao|zweck|purpose|objetiv|objectiv|leitbild|ziele|tasks/],
  [
    '3.2',
    /constituen|comunidad|communaut|benefici|zielgruppe|kundenkreis|perimetr|publico|clientel|target|zustandigkeit|audience|usuarios|destinat|publics?\b/,
  ],
  [
    '3.3',
    /sponsor|affiliat|patrocin|afiliac|parrain|rattach|trager|zugehorig|filiac|financ|funding|einbettung|tutelle|organisatorische|membership|finanzierung/,
  ],
  ['3.4', /authorit|autorid|autorit|befugnis|kompetenz|mandat|competenc|mandato|facultad|poderes|powers|weisung/],
  ['networks', /networks?|address ranges|ip ranges|domains?|redes|reseaux|netze|adressbereich|dominios?/],
  [
    '3',
    /charter|constituci|\bcarta\b|\bcharta|charte|estatuto|guiao|organi[sz]ational framework|organisatorischer rahmen|rahmen|regulament|mandate/,
  ],
  [
    '4.1',
    /types?.*(?:incident|event)|incident.*(?:types?|categor|classif|class|priorit|severit)|tipos?.*incid|types? d.*incid|(?:art|typ)(?:en)?.*(?:vorf|incident|ereignis)|vorfall.*art|level of support|support level|nivel|niveau|unterstutzung|soporte|suporte|priorid|priorit|kategorien/,
  ],
  [
    '4.2',
    /co-?operat|disclos|interact|cooperac|divulg|collabor|partage|zusammenarbeit|kooperat|offenleg|weitergabe|austausch|sharing|confidential|revelac|vertraulich|partilha|compartilh|umgang mit/,
  ],
  ['4.3', /authenti|autentic|authentif|secure|communicat|kommunik|comunic|sichere/],
  ['4', /polic|politic|politiq|richtlin|grundsatz|regeln|regelung|principles/],
  [
    '5.1.1',
    /triage|einordn|triaje|triagem|\btri\b|einstufung|bewertung|assessment|evaluat|clasific|valorac|analys|priorisierung/,
  ],
  ['5.1.2', /coordin|koordin|coorden/],
  ['5.1.3', /resol|losung|behebung|beseitig|abhilfe|remediat|wiederherstell|solucion/],
  ['5.2', /proac|proativ|proaktiv|prevent|praventi|vorbeug|preventiv/],
  ['5.1', /incident|reactiv|respuesta|reponse|reaktion|reaktiv|vorfall|resposta|reativ|behandlung|response/],
  ['5', /servic|dienst|leistung|prestation/],
  ['6', /form|report|meldung|melde|signal|declarat|notific|vordruck|reporte/],
  [
    '7',
    /disclaim|liabil|descargo|exencion|responsab|decharge|avertiss|haftung|isenc|renuncia|legal|warrant|ausschluss|clausula/,
  ],
]

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/['’]/g, ' ')
    .toLowerCase()

const EXTRA: Partial<Readonly<Record<Concept, readonly string[]>>> = { hours: ['2'], web: ['2'], networks: ['3', '2'] }

/** The depth and chapter of the printed number must be those of the part. */
function stands(concept: Concept, number: string): boolean {
  const chapter = number.split('.')[0] ?? ''
  const depth = number.split('.').length
  const extra = EXTRA[concept]
  return extra
    ? extra.includes(chapter) && depth === 2
    : concept.split('.')[0] === chapter && concept.split('.').length === depth
}

/** The part that a numbered heading is about; null where its words say nothing, or its number something else. */
export function conceptByKeywords(heading: string, number: string): Concept | null {
  const words = plain(heading).replace(/\s?:\s*$/, '')
  return KEYWORDS.find(([concept, pattern]) => stands(concept, number) && pattern.test(words))?.[0] ?? null
}

/** Parts whose words are too common to be known without a number. */
const NUMBERED_ONLY: readonly Concept[] = [
  '1',
  '1.1',
  '1.3',
  '1.4',
  '2',
  '2.1',
  '2.2',
  '2.6',
  '3',
  '4',
  '5',
  '5.1',
  'networks',
  '1.2',
  '2.11',
]
const MAX_WORDS = 7

/** The part that a marked heading without a number is about. */
export function conceptByWords(heading: string): Concept | null {
  const words = plain(heading)
  if (words.split(/\s+/).length > MAX_WORDS) return null
  const found = KEYWORDS.find(([concept, pattern]) => !NUMBERED_ONLY.includes(concept) && pattern.test(words))
  return found?.[0] ?? null
}
