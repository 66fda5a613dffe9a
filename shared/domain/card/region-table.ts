/** Regions (ISO 3166-2) by their names and towns, without accents and in small letters, and by postal codes. Data only. */

export interface Region {
  readonly code: string
  readonly words: RegExp
}

const region = (code: string, words: string): Region => ({
  code,
  words: new RegExp(String.raw`(?<![\p{L}])(?:${words})(?![\p{L}])`, 'iu'),
})

/** Spain: the autonomous communities by name, provinces and chief towns, accents left out. */
const SPAIN: readonly Region[] = [
  region(
    'ES-PV',
    'euskadi|pais vasco|basque country|bizkaia|vizcaya|gipuzkoa|guipuzcoa|alava|araba|bilbao|bilbo|vitoria(?:-gasteiz)?|gasteiz|donostia|zamudio|barakaldo|derio',
  ),
  region(
    'ES-CN',
    'canarias|canary islands|islas canarias|las palmas(?: de gran canaria)?|tenerife|gran canaria|lanzarote|fuerteventura|la laguna',
  ),
  region(
    'ES-CT',
    'catalunya|cataluna|catalonia|barcelona|tarragona|girona|gerona|lleida|lerida|sabadell|terrassa|hospitalet',
  ),
  region(
    'ES-VC',
    'comunitat valenciana|comunidad valenciana|valencian community|valencia|alicante|alacant|castellon|castello|elche|elx|paterna',
  ),
  region('ES-AN', 'andalucia|andalusia|sevilla|seville|malaga|granada|cordoba|cadiz|huelva|jaen|almeria'),
  region(
    'ES-MD',
    'comunidad de madrid|madrid|alcala de henares|alcobendas|getafe|leganes|pozuelo|las rozas|tres cantos',
  ),
  region(
    'ES-CL',
    'castilla y leon|castile and leon|valladolid|leon|burgos|salamanca|zamora|palencia|avila|segovia|soria',
  ),
  region('ES-CM', 'castilla-? ?la mancha|toledo|albacete|ciudad real|cuenca|guadalajara'),
  region(
    'ES-GA',
    'galicia|a coruna|la coruna|coruna|santiago de compostela|vigo|pontevedra|lugo|ourense|orense|ferrol',
  ),
  region('ES-AR', 'aragon|zaragoza|saragossa|huesca|teruel'),
  region('ES-MC', 'region de murcia|murcia|cartagena'),
  region('ES-EX', 'extremadura|badajoz|caceres|merida'),
  region('ES-AS', 'asturias|oviedo|gijon|aviles'),
  region('ES-CB', 'cantabria|santander'),
  region(
    'ES-IB',
    'illes balears|islas baleares|baleares|balearic islands|palma(?: de mallorca)?|mallorca|menorca|ibiza|eivissa',
  ),
  region('ES-NC', 'navarra|nafarroa|navarre|pamplona|iruna'),
  region('ES-RI', 'la rioja|logrono'),
  region('ES-CE', 'ceuta'),
  region('ES-ML', 'melilla'),
]

/** The first two figures of a Spanish postal code are the province. */
export const SPAIN_POSTAL =
  'PV CM VC AN CL EX IB CT CL EX AN VC CM AN GA CM CT AN CM PV AN AR AN CL CT RI GA MD AN MC NC GA AS CL CN GA CL CN CB CL AN CL CT AR CM VC CL PV CL AR CE ML'.split(
    ' ',
  )

const GERMANY: readonly Region[] = [
  region(
    'DE-BW',
    'baden-wurttemberg|baden-wuerttemberg|stuttgart|karlsruhe|mannheim|freiburg|heidelberg|ulm|tubingen|konstanz|heilbronn',
  ),
  region(
    'DE-BY',
    'bayern|bavaria|munchen|munich|muenchen|nurnberg|nuernberg|nuremberg|augsburg|regensburg|wurzburg|erlangen|garching|ingolstadt|bamberg|bayreuth|passau',
  ),
  region('DE-BE', 'berlin'),
  region('DE-BB', 'brandenburg|potsdam|cottbus'),
  region('DE-HB', 'bremen|bremerhaven'),
  region('DE-HH', 'hamburg'),
  region(
    'DE-HE',
    'hessen|hesse|wiesbaden|frankfurt am main|frankfurt a\\. ?m\\.|darmstadt|kassel|marburg|giessen|hanau|offenbach|eschborn',
  ),
  region('DE-MV', 'mecklenburg-vorpommern|schwerin|rostock|greifswald'),
  region('DE-NI', 'niedersachsen|lower saxony|hannover|hanover|braunschweig|oldenburg|osnabruck|gottingen|wolfsburg'),
  region(
    'DE-NW',
    'nordrhein-westfalen|north rhine-westphalia|nrw|dusseldorf|duesseldorf|koln|koeln|cologne|bonn|dortmund|essen|bochum|aachen|munster|bielefeld|duisburg|wuppertal|paderborn|krefeld',
  ),
  region('DE-RP', 'rheinland-pfalz|rhineland-palatinate|mainz|koblenz|trier|kaiserslautern|ludwigshafen'),
  region('DE-SL', 'saarland|saarbrucken|saarbruecken'),
  region('DE-SN', 'sachsen|saxony|dresden|leipzig|chemnitz'),
  region('DE-ST', 'sachsen-anhalt|saxony-anhalt|magdeburg|halle \\(saale\\)|halle'),
  region('DE-SH', 'schleswig-holstein|kiel|lubeck|luebeck|flensburg'),
  region('DE-TH', 'thuringen|thuringia|erfurt|jena|weimar|gera'),
]

const AUSTRIA: readonly Region[] = [
  region('AT-9', 'wien|vienna'),
  region('AT-5', 'salzburg'),
  region('AT-7', 'tirol|tyrol|innsbruck'),
  region('AT-6', 'steiermark|styria|graz|leoben'),
  region('AT-4', 'oberosterreich|upper austria|linz|wels|hagenberg'),
  region('AT-3', 'niederosterreich|lower austria|st\\.? polten|wiener neustadt'),
  region('AT-2', 'karnten|carinthia|klagenfurt|villach'),
  region('AT-8', 'vorarlberg|bregenz|dornbirn'),
  region('AT-1', 'burgenland|eisenstadt'),
]

const SWITZERLAND: readonly Region[] = [
  region('CH-ZH', 'zurich|zuerich|winterthur'),
  region('CH-BE', 'bern|berne|biel|thun'),
  region('CH-GE', 'geneve|geneva|genf'),
  region('CH-VD', 'lausanne|vaud|waadt'),
  region('CH-BS', 'basel|bale'),
  region('CH-LU', 'luzern|lucerne'),
  region('CH-SG', 'st\\.? gallen|sankt gallen'),
  region('CH-TI', 'ticino|lugano|bellinzona|manno'),
  region('CH-NE', 'neuchatel'),
  region('CH-FR', 'fribourg|freiburg'),
  region('CH-VS', 'valais|wallis|sion'),
  region('CH-AG', 'aargau|aarau|baden'),
  region('CH-ZG', 'zug'),
]

/** Metropolitan regions by department, the first two figures of the postal code. */
export const FRANCE: Readonly<Record<string, string>> = {
  'FR-ARA': '01 03 07 15 26 38 42 43 63 69 73 74',
  'FR-BFC': '21 25 39 58 70 71 89 90',
  'FR-BRE': '22 29 35 56',
  'FR-CVL': '18 28 36 37 41 45',
  'FR-20R': '20',
  'FR-GES': '08 10 51 52 54 55 57 67 68 88',
  'FR-HDF': '02 59 60 62 80',
  'FR-IDF': '75 77 78 91 92 93 94 95',
  'FR-NOR': '14 27 50 61 76',
  'FR-NAQ': '16 17 19 23 24 33 40 47 64 79 86 87',
  'FR-OCC': '09 11 12 30 31 32 34 46 48 65 66 81 82',
  'FR-PDL': '44 49 53 72 85',
  'FR-PAC': '04 05 06 13 83 84',
}

const PORTUGAL: readonly Region[] = [
  region('PT-20', 'acores|azores|ponta delgada|angra do heroismo'),
  region('PT-30', 'madeira|funchal'),
  region('PT-11', 'lisboa|lisbon|oeiras|sintra|cascais|amadora'),
  region('PT-13', 'porto|vila nova de gaia|matosinhos|maia'),
  region('PT-03', 'braga|guimaraes'),
  region('PT-06', 'coimbra'),
  region('PT-01', 'aveiro'),
  region('PT-07', 'evora'),
  region('PT-08', 'faro'),
  region('PT-10', 'leiria'),
  region('PT-15', 'setubal'),
  region('PT-17', 'vila real'),
  region('PT-18', 'viseu'),
  region('PT-16', 'viana do castelo'),
  region('PT-04', 'braganca'),
  region('PT-05', 'castelo branco|covilha'),
  region('PT-14', 'santarem'),
  region('PT-09', 'guarda'),
  region('PT-02', 'beja'),
  region('PT-12', 'portalegre'),
]

const BRITAIN: readonly Region[] = [
  region('GB-SCT', 'scotland|edinburgh|glasgow|aberdeen|dundee'),
  region('GB-WLS', 'wales|cardiff|swansea'),
  region('GB-NIR', 'northern ireland|belfast'),
  region(
    'GB-ENG',
    'england|london|manchester|birmingham|oxford|cambridge|leeds|bristol|cheltenham|liverpool|sheffield|nottingham',
  ),
]

/** Chief towns beside the postal codes, for an address that names no country. */
const FRENCH_TOWNS: readonly Region[] = [
  region('FR-IDF', 'paris|versailles|nanterre|boulogne-billancourt|saint-denis|creteil'),
  region('FR-ARA', 'lyon|grenoble|saint-etienne|clermont-ferrand|annecy|chambery'),
  region('FR-BFC', 'dijon|besancon'),
  region('FR-BRE', 'rennes|brest|quimper|vannes|lannion'),
  region('FR-CVL', 'orleans|tours|bourges'),
  region('FR-GES', 'strasbourg|metz|nancy|reims|mulhouse|colmar'),
  region('FR-HDF', 'lille|amiens|roubaix|villeneuve-d.ascq'),
  region('FR-NOR', 'rouen|caen|le havre'),
  region('FR-NAQ', 'bordeaux|limoges|poitiers|pau|la rochelle'),
  region('FR-OCC', 'toulouse|montpellier|nimes|perpignan'),
  region('FR-PDL', 'nantes|angers|le mans'),
  region('FR-PAC', 'marseille|nice|aix-en-provence|toulon|sophia antipolis'),
]

/** Towns that are in one country only, for the others. */
export const TOWNS: Readonly<Record<string, RegExp>> = {
  NL: /utrecht|den haag|the hague|rotterdam|eindhoven|groningen|enschede|delft|nijmegen/,
  BE: /antwerpen|antwerp|\bgent\b|ghent|leuven|namur|liege|brugge|charleroi/,
  IT: /milano|\bmilan\b|torino|napoli|bologna|firenze|\broma\b|\bpisa\b|genova|padova/,
  PL: /warszawa|krakow|gdansk|wroclaw|poznan/,
  CZ: /praha|\bbrno\b|ostrava/,
  SE: /goteborg|gothenburg|malmo|uppsala|linkoping/,
  NO: /trondheim|bergen, norway|stavanger|tromso/,
  DK: /kobenhavn|aarhus|odense|aalborg|lyngby/,
  FI: /\bespoo\b|tampere|\boulu\b|\bturku\b/,
  JP: /\bosaka\b|kyoto|yokohama/,
  IN: /new delhi|mumbai|bengaluru|bangalore|hyderabad|chennai/,
}

export const BY_NAME: Readonly<Record<string, readonly Region[]>> = {
  ES: SPAIN,
  FR: FRENCH_TOWNS,
  DE: GERMANY,
  AT: AUSTRIA,
  CH: SWITZERLAND,
  PT: PORTUGAL,
  GB: BRITAIN,
}
