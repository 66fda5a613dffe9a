/** Tells a domain name from a file name, a version or the joint of two sentences, without a list from the network. */

/** ISO 3166 codes in use as top-level domains. */
const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw'

/** The generic ones that reports name; the last line is for names that are reserved or local (RFC 2606, 6762, 8375). */
const generic = `com net org info biz name pro edu gov mil int arpa aero asia cat coop jobs mobi museum post tel travel xxx
app dev page web online site store shop tech xyz top club live life world space website host hosting cloud email network systems
icu vip work link click download stream bid loan win men date review trade party racing science cricket faith accountant
bank finance money credit digital media news blog agency company group team solutions services support center global today
one zone rocks fun pics cam monster buzz rest quest cyou bar gay lol mom hair skin beauty sbs cfd autos boats yachts
eus gal cat bcn madrid barcelona berlin london paris amsterdam wien brussels swiss nrw koeln hamburg
example test invalid localhost local lan internal home onion tld`

const known = new Set(`${countries} ${generic}`.split(/\s+/))

/** Endings that are file names. */
const files = new Set(
  'txt html htm php asp aspx jsp cgi exe dll sys bat cmd msi bin dat tmp bak csv log json xml gz tar tgz rar pdf png jpg jpeg gif svg ico js mjs ts css doc docx docm xls xlsx xlsm ppt pptx eml msg asc sig pgp gpg conf cfg ini yml yaml toml lock db sqlite jar apk deb rpm iso img vbs lnk hta scr dmg elf bash zsh rtf odt'.split(
    ' ',
  ),
)

/** Endings that are both: a file unless there are three labels ("install.sh", "mail.example.sh"). */
const either = new Set('sh py md zip mov ps'.split(' '))

const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?$/u

/** Well formed: labels of 1 to 63 characters, 253 in all, an ending that is no number (RFC 1035, 1123). Lower case, no dot at the end. */
export function normaliseDomain(text: string): string | null {
  const name = text.toLowerCase().replace(/\.$/, '')
  if (name.length > 253) return null
  const labels = name.split('.').map((part) => part.replace(/^_/, ''))
  const top = labels.at(-1) ?? ''
  const formed =
    labels.length > 1 && labels.every((part) => label.test(part)) && /^(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})$/u.test(top)
  return formed ? name : null
}

/** For names met in running text, where most words with a dot in them are no domains. */
export function isPlausibleDomain(word: string, certain: boolean): boolean {
  const name = word.toLowerCase()
  const labels = name.split('.')
  const top = labels.at(-1) ?? ''
  if (files.has(top)) return false
  if (certain || top.startsWith('xn--')) return true
  if (/[a-z]\.[A-Z][a-z]+$/.test(word) && !name.startsWith('www.')) return false // "was closed.It": two sentences
  if (either.has(top) && !name.startsWith('www.')) return labels.length > 2
  return known.has(top) || (labels.length > 2 && /^[a-z]{3,}$/.test(top) && labels.every((part) => part.length > 1))
}
