/** Reads an order of work that is told in sentences: which come first, which next, which have the lowest priority. */
import type { Item } from './lists.ts'

const LEVEL = String.raw`(?:top|highest|first|second|third|next|high|higher|medium|middle|normal|lower|low|lowest|last|absolute|máxima|más alta|alta|media|baja|más baja|mayor|menor|primera|segunda|última|mínima|maximale|absolue|haute|plus haute|élevée|moyenne|basse|plus basse|faible|höchste|oberste|erste|zweite|dritte|hohe|mittlere|niedrige|niedrigste|geringste|letzte|maior|mais alta|média|baixa|mais baixa)`
const PRIORITY = String.raw`(?:priority|prioridad|priorité|priorität|prioridade|precedence|urgency)`

/** "Highest priority is given to X", "the most urgent are X", "next come X", "X follow": what stands before the item. */
const BEFORE = new RegExp(
  String.raw`^(?:(?:we give|we assign|is given|se (?:da|le da|otorga|asigna|concede)|damos|on (?:donne|accorde)|é dada|dá-se|é atribuída)\s)?(?:(?:the|la|le|die|a|our)\s)?(?:vorrang(?:ig)?|${LEVEL}\s${PRIORITY}|${PRIORITY}\s(?:${LEVEL}|\d)|most (?:urgent|important|serious|severe)|(?:más|mais) (?:urgentes?|importantes?|graves?)|plus (?:urgents?|importants?|graves?)|(?:dringendste|wichtigste)n?|least (?:urgent|important)|(?:menos|moins) (?:urgentes?|urgents?|importantes?|importants?|graves?))(?:\s(?:incidents|ones|cases|incidentes|casos|vorfälle|cas))?\s?(?:,|:|(?=\b(?:for|to|para|pour|für|al?|aos|aux)\s)|\b(?:is|are|goes?|go|belongs?|has|have|comes?|es|son|tienen?|corresponden?|est|sont|ont|revient|hat|haben|genießen|sind|gilt|gelten|é|são|têm|tem|cabe|vai|vão)\b)(?:\s(?:always |first )?(?:given|assigned|reserved|accorded|to be given|dada|dado|donnée|accordée?|atribuída|dada)\b)?\s?(?:(?:to|for|a|aos?|às?|aux?|für|den|pour|para|al)\s)?`,
  'iu',
)
/** "The team handles X first", "traite en priorité X, puis Y". */
const TREATS =
  /^.{0,60}?(?<!\p{L})(?:traite(?:nt|ra)?|handles?|treats?|deals? with|gives?|atiende|trata|tratamos|behandelt|bearbeitet|accorde|da) (?:en priorité|with (?:top |highest )?priority|(?:top |highest |first )?priority to|la priorité (?:aux?|à)|con prioridad|prioridad a|vorrangig|com prioridade|prioridade a(?:os?|s)?)\s/iu
const ORDINAL =
  /^(?:(?:and|y|et|und|e)\s)?(?:(?:in the )?(?:first|second|third|fourth|next|last)(?:ly)?(?: place| rank)?|then|finally|after (?:that|them|these|those)|followed by|luego|después|a continuación|por último|finalmente|en (?:primer|segundo|tercer|último) lugar|les siguen|puis|ensuite|enfin|viennent ensuite|en (?:premier|second|deuxième|troisième|dernier) lieu|dann|danach|es folgen|zuletzt|zum schluss|an (?:erster|zweiter|dritter|vierter|letzter) stelle|depois|em seguida|seguem-se|por fim|em (?:primeiro|segundo|terceiro|último) lugar)\s?,?\s?(?:(?:come|comes|are|is|we (?:deal with|handle|treat)|in line (?:are|is)|in importance (?:are|is)|priority (?:are|is|goes to)|to|vienen?|van|son|se atienden|viennent|vient|sont|kommen|kommt|stehen|steht|folgen|sind|vêm|vem|são|estão)\s)?/iu
/** "X have the lowest priority", "X come last", "X are handled next": what stands behind the item. */
const BEHIND = new RegExp(
  String.raw`\s(?:(?:always |then )?(?:have|has|get|gets|receive|receives|take|takes|are given|is given|are of|is of|tienen?|reciben?|son de|ont|reçoivent|haben|hat|genießen|erhalten|têm|recebem)\s(?:the |la |le |die |a )?(?:${LEVEL}\s${PRIORITY}|${PRIORITY}\s(?:${LEVEL}|\d)|precedence)|(?:always |immer |siempre |toujours |sempre )?(?:come|comes|are (?:handled|treated|dealt with|served)|is (?:handled|treated|served)|van|vienen|se atienden|viennent|sont traités|kommen|werden|wird|vêm|são tratados)\s(?:first|next|second|third|last|then|primero|después|al final|en primer lugar|en último lugar|en premier|ensuite|en dernier|zuerst|danach|zuletzt|primeiro|depois|por último|em primeiro lugar|em último lugar)(?: (?:bearbeitet|behandelt))?|(?:are|is) (?:taken up|handled|dealt with|treated|looked at|answered) (?:when|as|if) (?:time|resources|capacity) (?:allows?|permits?)|(?:the|la|le|die|der|a|o|el)\s(?:second|third|fourth|next|last|lowest|segunda?|tercera?|cuarta?|última|deuxième|troisième|quatrième|dernière|zweite|dritte|vierte|letzte|terceira|quarta)(?:\s(?:highest|más alta|plus haute|höchste|mais alta|${PRIORITY}))?)\W{0,3}$`,
  'iu',
)

/** Clauses of a part: sentences, cut where the next rank begins. */
const CUTS =
  /(?<=[\p{L}\d)]{2}[.;])\s+|,\s(?=(?:then|next|followed by|and (?:then|finally|lastly|last)|finally|lastly|luego|después|seguid[oa]s? (?:de|por)|y (?:por último|finalmente)|puis|ensuite|suivie?s? (?:de|par)|et enfin|dann|danach|anschließend|gefolgt von|und (?:zuletzt|schließlich)|depois|seguid[oa]s? (?:de|por)|e por (?:fim|último)))|,\s(?=(?:and |y |et |und |e )?(?:what|those|lo que|los que|ce qui|ceux|was|o que|os que)\s)|\s(?=(?:and (?:finally|lastly|last)|y (?:por último|finalmente)|et enfin|und (?:zuletzt|schließlich)|e por (?:fim|último))\s)|\n/u
const LEAD_IN = /^(?:seguid[oa]s? (?:de|por)|suivie?s? (?:de|par)|gefolgt von)\s/iu

const tidy = (text: string): string =>
  text
    .replace(/^(?:and|y|et|und|e)\s(?=(?:what|those|lo que|los que|ce qui|ceux|was|o que|os que)\s)/i, '')
    .replace(/^(?:a|to|aux?|aos?|an)\s(?=(?:l[oa]s?|the|those|den|die)\s)/i, '')
    .replace(/^(?:(?:incidents|cases)\s(?:that|which)\s(?=are\b))/i, '')
    .replace(/[\s.,;:]+$/, '')
    .trim()

interface Ranked {
  readonly item: string
  /** It names its rank itself; an ordinal goes on only behind another. */
  readonly strong: boolean
}

function rankedIn(clause: string): Ranked | null {
  const before = (BEFORE.exec(clause) ?? TREATS.exec(clause))?.[0] ?? null
  if (before) return { item: tidy(clause.slice(before.length)), strong: true }
  const behind = BEHIND.exec(clause)
  if (behind && behind.index > 2)
    return {
      item: tidy(clause.slice(0, behind.index).replace(ORDINAL, '')),
      strong: /priorit|priorid|preced/i.test(behind[0]),
    }
  const next = ORDINAL.exec(clause)?.[0] ?? LEAD_IN.exec(clause)?.[0] ?? null
  return next ? { item: tidy(clause.slice(next.length)), strong: false } : null
}

const MAX_TEXT = 6000
const FEWEST = 3

/** The longest run of clauses that name ranks, if one of them speaks of priority. */
export function rankedProse(text: string, lineAt: (offset: number) => number): readonly Item[] {
  const runs: { items: Item[]; strong: boolean }[] = []
  let at = 0
  let open = false
  for (const clause of text
    .slice(0, MAX_TEXT)
    .replaceAll(/\n(?=\p{Ll})/gu, ' ')
    .split(CUTS)) {
    const start = Math.max(text.indexOf(clause.slice(0, 30), at), at)
    at = start + clause.length
    const ranked = clause.length <= 400 ? rankedIn(clause.trim()) : null
    const last = runs.at(-1)
    if (!ranked || ranked.item.length < 3 || ranked.item.length > 200) open = false
    else {
      const item: Item = { text: ranked.item, line: lineAt(start) }
      if (open && last) {
        last.items.push(item)
        last.strong ||= ranked.strong
      } else runs.push({ items: [item], strong: ranked.strong })
      open = true
    }
  }
  return runs.find(({ items, strong }) => strong && items.length >= FEWEST)?.items ?? []
}
