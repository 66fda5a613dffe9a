/** Which IANA zone a country, a place or a state keeps. Data of the tz database (public domain), with the places that its names do not show. */

/** Countries whose seat is in one zone; islands and exclaves are in `places`. */
const single: Readonly<Record<string, string>> = {
  Africa:
    'AO Luanda|BF Ouagadougou|BI Bujumbura|BJ Porto-Novo|BW Gaborone|CF Bangui|CG Brazzaville|CI Abidjan|CM Douala|DJ Djibouti' +
    '|DZ Algiers|EG Cairo|EH El_Aaiun|ER Asmara|ET Addis_Ababa|GA Libreville|GH Accra|GM Banjul|GN Conakry|GQ Malabo|GW Bissau' +
    '|KE Nairobi|LR Monrovia|LS Maseru|LY Tripoli|MA Casablanca|ML Bamako|MR Nouakchott|MW Blantyre|MZ Maputo|NA Windhoek|NE Niamey' +
    '|NG Lagos|RW Kigali|SD Khartoum|SL Freetown|SN Dakar|SO Mogadishu|SS Juba|ST Sao_Tome|SZ Mbabane|TD Ndjamena|TG Lome|TN Tunis' +
    '|TZ Dar_es_Salaam|UG Kampala|ZA Johannesburg|ZM Lusaka|ZW Harare',
  America:
    'AG Antigua|AI Anguilla|AR Argentina/Buenos_Aires|AW Aruba|BB Barbados|BL St_Barthelemy|BO La_Paz|BQ Kralendijk|BS Nassau|BZ Belize' +
    '|CL Santiago|CO Bogota|CR Costa_Rica|CU Havana|CW Curacao|DM Dominica|DO Santo_Domingo|EC Guayaquil|GD Grenada|GF Cayenne' +
    '|GP Guadeloupe|GT Guatemala|GY Guyana|HN Tegucigalpa|HT Port-au-Prince|JM Jamaica|KN St_Kitts|KY Cayman|LC St_Lucia|MF Marigot' +
    '|MQ Martinique|MS Montserrat|NI Managua|PA Panama|PE Lima|PM Miquelon|PR Puerto_Rico|PY Asuncion|SR Paramaribo|SV El_Salvador' +
    '|SX Lower_Princes|TC Grand_Turk|TT Port_of_Spain|UY Montevideo|VC St_Vincent|VE Caracas|VG Tortola|VI St_Thomas',
  Arctic: 'SJ Longyearbyen',
  Asia:
    'AE Dubai|AF Kabul|AM Yerevan|AZ Baku|BD Dhaka|BH Bahrain|BN Brunei|BT Thimphu|CN Shanghai|CY Nicosia|GE Tbilisi|HK Hong_Kong' +
    '|IL Jerusalem|IN Kolkata|IQ Baghdad|IR Tehran|JO Amman|JP Tokyo|KG Bishkek|KH Phnom_Penh|KP Pyongyang|KR Seoul|KW Kuwait' +
    '|LA Vientiane|LB Beirut|LK Colombo|MM Yangon|MO Macau|MY Kuala_Lumpur|NP Kathmandu|OM Muscat|PH Manila|PK Karachi|PS Gaza|QA Qatar' +
    '|SA Riyadh|SG Singapore|SY Damascus|TH Bangkok|TJ Dushanbe|TL Dili|TM Ashgabat|TW Taipei|UZ Samarkand|VN Ho_Chi_Minh|YE Aden',
  Atlantic: 'BM Bermuda|CV Cape_Verde|FK Stanley|FO Faroe|GS South_Georgia|IS Reykjavik|SH St_Helena',
  Europe:
    'AD Andorra|AL Tirane|AT Vienna|AX Mariehamn|BA Sarajevo|BE Brussels|BG Sofia|BY Minsk|CH Zurich|CZ Prague|DE Berlin|DK Copenhagen' +
    '|EE Tallinn|ES Madrid|FI Helsinki|FR Paris|GB London|GG Guernsey|GI Gibraltar|GR Athens|HR Zagreb|HU Budapest|IE Dublin' +
    '|IM Isle_of_Man|IT Rome|JE Jersey|LI Vaduz|LT Vilnius|LU Luxembourg|LV Riga|MC Monaco|MD Chisinau|ME Podgorica|MK Skopje|MT Malta' +
    '|NL Amsterdam|NO Oslo|PL Warsaw|PT Lisbon|RO Bucharest|RS Belgrade|SE Stockholm|SI Ljubljana|SK Bratislava|SM San_Marino' +
    '|TR Istanbul|UA Simferopol|VA Vatican',
  Indian:
    'CC Cocos|CX Christmas|IO Chagos|KM Comoro|MG Antananarivo|MU Mauritius|MV Maldives|RE Reunion|SC Mahe|TF Kerguelen|YT Mayotte',
  Pacific:
    'AS Pago_Pago|CK Rarotonga|FJ Fiji|GU Guam|MH Majuro|MP Saipan|NC Noumea|NF Norfolk|NR Nauru|NU Niue|NZ Auckland|PG Port_Moresby' +
    '|PN Pitcairn|PW Palau|SB Guadalcanal|TK Fakaofo|TO Tongatapu|TV Funafuti|VU Efate|WF Wallis|WS Apia',
}

/** Countries in several zones: only a place decides. */
export const wideCountries: Readonly<Record<string, readonly string[]>> = {
  AU: (
    'Antarctica/Macquarie Australia/Adelaide Australia/Brisbane Australia/Broken_Hill Australia/Darwin Australia/Eucla Australia/Hobart' +
    ' Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/Perth Australia/Sydney'
  ).split(' '),
  BR: (
    'America/Araguaina America/Bahia America/Belem America/Boa_Vista America/Campo_Grande America/Cuiaba America/Eirunepe' +
    ' America/Fortaleza America/Maceio America/Manaus America/Noronha America/Porto_Velho America/Recife America/Rio_Branco' +
    ' America/Santarem America/Sao_Paulo'
  ).split(' '),
  CA: (
    'America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Creston America/Dawson America/Dawson_Creek America/Edmonton' +
    ' America/Fort_Nelson America/Glace_Bay America/Goose_Bay America/Halifax America/Inuvik America/Iqaluit America/Moncton' +
    ' America/Rankin_Inlet America/Regina America/Resolute America/St_Johns America/Swift_Current America/Toronto America/Vancouver' +
    ' America/Whitehorse America/Winnipeg'
  ).split(' '),
  CD: 'Africa/Kinshasa Africa/Lubumbashi'.split(' '),
  FM: 'Pacific/Chuuk Pacific/Kosrae Pacific/Pohnpei'.split(' '),
  GL: 'America/Danmarkshavn America/Nuuk America/Scoresbysund America/Thule'.split(' '),
  ID: 'Asia/Jakarta Asia/Jayapura Asia/Makassar Asia/Pontianak'.split(' '),
  KI: 'Pacific/Kanton Pacific/Kiritimati Pacific/Tarawa'.split(' '),
  KZ: 'Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Oral Asia/Qostanay Asia/Qyzylorda'.split(' '),
  MN: 'Asia/Hovd Asia/Ulaanbaatar'.split(' '),
  MX: (
    'America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Hermosillo America/Matamoros America/Mazatlan' +
    ' America/Merida America/Mexico_City America/Monterrey America/Ojinaga America/Tijuana'
  ).split(' '),
  PF: 'Pacific/Gambier Pacific/Marquesas Pacific/Tahiti'.split(' '),
  RU: (
    'Asia/Anadyr Asia/Barnaul Asia/Chita Asia/Irkutsk Asia/Kamchatka Asia/Khandyga Asia/Krasnoyarsk Asia/Magadan Asia/Novokuznetsk' +
    ' Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Srednekolymsk Asia/Tomsk Asia/Ust-Nera Asia/Vladivostok Asia/Yakutsk' +
    ' Asia/Yekaterinburg Europe/Astrakhan Europe/Kaliningrad Europe/Kirov Europe/Moscow Europe/Samara Europe/Saratov Europe/Ulyanovsk' +
    ' Europe/Volgograd'
  ).split(' '),
  US: (
    'America/Adak America/Anchorage America/Boise America/Chicago America/Denver America/Detroit America/Indiana/Indianapolis' +
    ' America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Tell_City America/Indiana/Vevay' +
    ' America/Indiana/Vincennes America/Indiana/Winamac America/Juneau America/Kentucky/Louisville America/Kentucky/Monticello' +
    ' America/Los_Angeles America/Menominee America/Metlakatla America/New_York America/Nome America/North_Dakota/Beulah' +
    ' America/North_Dakota/Center America/North_Dakota/New_Salem America/Phoenix America/Sitka America/Yakutat Pacific/Honolulu'
  ).split(' '),
}

/** Places with a zone of their own, by words that stand in addresses and names: [words, country, zone]. */
export const places: readonly (readonly [words: RegExp, country: string, zone: string])[] = [
  [
    /\b(?:canary islands|islas canarias|canarias|las palmas|tenerife|fuerteventura|lanzarote)\b/i,
    'ES',
    'Atlantic/Canary',
  ],
  [/\b(?:ceuta|melilla)\b/i, 'ES', 'Africa/Ceuta'],
  [/\b(?:azores|açores|ponta delgada)\b/i, 'PT', 'Atlantic/Azores'],
  [/\b(?:madeira|funchal)\b/i, 'PT', 'Atlantic/Madeira'],
  [/\bgal[aá]pagos\b/i, 'EC', 'Pacific/Galapagos'],
  [/\beaster island|isla de pascua\b/i, 'CL', 'Pacific/Easter'],
  [/\bsouth african? standard time\b|\bSAST\b/i, 'ZA', 'Africa/Johannesburg'],
  [/\b(?:san francisco|silicon valley|seattle|san jose, ca)\b/i, 'US', 'America/Los_Angeles'],
  [/\bwashington,? d\.?c\b|\b(?:pittsburgh|boston|atlanta|arlington, va)\b/i, 'US', 'America/New_York'],
  [/\b(?:ottawa|montr[eé]al|qu[eé]bec)\b/i, 'CA', 'America/Toronto'],
  [/\bcanberra\b/i, 'AU', 'Australia/Sydney'],
  [/\b(?:bras[ií]lia|rio de janeiro|campinas|s[aã]o paulo)(?!\p{L})/iu, 'BR', 'America/Sao_Paulo'],
  [
    /(?<!\p{L})(?:ciudad de m[eé]xico|mexico city|cdmx|tiempo del centro de m[eé]xico|quer[eé]taro|guadalajara, jal|puebla, pue)(?!\p{L})/iu,
    'MX',
    'America/Mexico_City',
  ],
  [/\bnewfoundland|\bst\.? john['’]?s,? (?:NL|newfoundland)/i, 'CA', 'America/St_Johns'],
  [/\b(?:jakarta|bandung|surabaya)\b/i, 'ID', 'Asia/Jakarta'],
  [/\b(?:moscow|moskva|saint petersburg)\b|москва/i, 'RU', 'Europe/Moscow'],
  [/\bhong kong\b/i, 'HK', 'Asia/Hong_Kong'],
  [/\b(?:santiago de chile|valpara[ií]so)(?!\p{L})/iu, 'CL', 'America/Santiago'],
  [/\bnuuk\b/i, 'GL', 'America/Nuuk'],
  [/\bulaanbaatar\b/i, 'MN', 'Asia/Ulaanbaatar'],
  [/\bkinshasa\b/i, 'CD', 'Africa/Kinshasa'],
  [/\bastana\b/i, 'KZ', 'Asia/Almaty'],
]

/** The zone of a state, province or territory (ISO 3166-2) of a country in several zones, where nearly all of it keeps one. */
export const regionZones: Readonly<Record<string, string>> = {
  'America/St_Johns': 'CA-NL',
  'America/Halifax': 'CA-NS CA-NB CA-PE',
  'America/Toronto': 'CA-ON CA-QC',
  'America/Winnipeg': 'CA-MB',
  'America/Regina': 'CA-SK',
  'America/Edmonton': 'CA-AB',
  'America/Vancouver': 'CA-BC',
  'America/Whitehorse': 'CA-YT',
  'Australia/Sydney': 'AU-NSW AU-ACT',
  'Australia/Melbourne': 'AU-VIC',
  'Australia/Brisbane': 'AU-QLD',
  'Australia/Adelaide': 'AU-SA',
  'Australia/Perth': 'AU-WA',
  'Australia/Hobart': 'AU-TAS',
  'Australia/Darwin': 'AU-NT',
  'America/Sao_Paulo': 'BR-SP BR-RJ BR-MG BR-PR BR-SC BR-RS BR-ES BR-DF BR-GO',
  'America/Bahia': 'BR-BA',
  'America/Manaus': 'BR-AM',
  'America/Fortaleza': 'BR-CE BR-RN BR-PB BR-PI BR-MA',
  'America/Recife': 'BR-PE',
  'America/Maceio': 'BR-AL BR-SE',
  'America/Belem': 'BR-PA BR-AP',
  'America/Cuiaba': 'BR-MT',
  'America/Campo_Grande': 'BR-MS',
  'America/Porto_Velho': 'BR-RO',
  'America/Rio_Branco': 'BR-AC',
  'America/Boa_Vista': 'BR-RR',
  'America/Araguaina': 'BR-TO',
}

/** States and provinces by the code that stands before a postal code. */
export const states: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DC DE FL GA MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV IN KY',
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
}

const zones = new Map(
  Object.entries(single).flatMap(([area, list]) =>
    list.split('|').map((entry): [string, string] => [entry.slice(0, 2), `${area}/${entry.slice(3)}`]),
  ),
)

/** The one zone of a country, or null where a country has several or is not known. */
export const zoneOfCountry = (country: string): string | null => zones.get(country) ?? null

export const countryCodes: readonly string[] = [...zones.keys(), ...Object.keys(wideCountries)]
