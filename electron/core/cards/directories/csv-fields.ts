/** The words that stand over the columns of lists of teams in five languages, by what such a column means. */
import type { CsvField } from '../../../../shared/domain/card/csv-fields.ts'

/** Letters and figures without accents and case: "E-Mail (Störfall)" and "email storfall" are one header. */
export const headerForm = (header: string): string =>
  header
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** Whole headers, in their form; parted by `|`. The first field that has the header wins. */
export const headers: Readonly<Record<CsvField, string>> = {
  id: 'id|identifier|team id|uid|handle|irt|identificador|identifiant|kennung|codigo|key',
  short:
    'short|short name|shortname|team|team name|team short|short team name|name|acronym|abbreviation|csirt|cert|nombre corto|nombre|siglas|acronimo|equipo|nom court|nom|sigle|acronyme|equipe|kurzname|kurzbezeichnung|abkurzung|name des teams|nome curto|nome|sigla|equipa',
  full: 'full|full name|fullname|official name|official team name|team full|long name|nombre completo|nombre oficial|nom complet|nom officiel|vollstandiger name|langname|offizieller name|nome completo|nome oficial',
  host: 'host|host organisation|host organization|organisation|organization|org|company|parent organisation|parent organization|organizacion|empresa|entidad|organismo|entreprise|societe|organisme|organisation mere|firma|unternehmen|tragerorganisation|organizacao|organisacao|entidade',
  country:
    'country|country code|cc|country name|nation|pais|codigo de pais|pays|code pays|land|landercode|landeskennung',
  address:
    'address|postal address|street|street address|location|direccion|direccion postal|domicilio|adresse|adresse postale|anschrift|postanschrift|morada|endereco',
  email:
    'email|e mail|mail|email address|e mail address|mail address|contact email|contact|emails|correo|correo electronico|direccion de correo|courriel|adresse electronique|adresse mail|adresse email|email adresse|e mail adresse|mailadresse|correio eletronico|correio electronico',
  'email-incidents': '',
  'email-general': '',
  'email-vulnerabilities': '',
  'email-press': '',
  phone:
    'phone|telephone|tel|phone number|telephone number|phones|phone numbers|voice|telefono|numero de telefono|tel fono|numero de telephone|telefon|telefonnummer|rufnummer|telefone|numero de telefone',
  'phone-emergency': 'hotline|hot line|notruf',
  'phone-after-hours': '',
  'phone-backup': '',
  fax: 'fax|fax number|facsimile|telefax|numero de fax|telecopie|faxnummer',
  fingerprint:
    'fingerprint|pgp fingerprint|pgp|pgp key|gpg|gpg fingerprint|openpgp|key fingerprint|fpr|huella|huella pgp|clave pgp|empreinte|empreinte pgp|cle pgp|fingerabdruck|pgp schlussel|impressao digital|chave pgp',
  zone: 'zone|time zone|timezone|tz|zona horaria|huso horario|fuseau|fuseau horaire|zeitzone|fuso horario',
  hours:
    'hours|business hours|office hours|opening hours|operating hours|working hours|hours of operation|horario|horario de atencion|horas|heures|heures d ouverture|horaires|geschaftszeiten|burozeiten|offnungszeiten|servicezeiten|horario de funcionamento|horario de atendimento',
  cidr: 'cidr|cidrs|network|networks|net|prefix|prefixes|ip|ips|ip range|ip ranges|ipranges|range|ranges|netblock|netblocks|inetnum|ip address|ip addresses|red|redes|rango ip|rangos ip|reseau|reseaux|plages ip|netz|netze|netzwerk|netzwerke|ip bereich|ip bereiche|rede|gamas ip',
  asn: 'asn|asns|as|as number|as numbers|autonomous system|aut num|numero as|sistema autonomo|systeme autonome|as nummer|as nummern',
  domain: 'domain|domains|fqdn|domain name|domain names|dominio|dominios|domaine|domaines|domane|domanen|domainname',
  constituency:
    'constituency|community|sector|constituency type|constituency description|scope|comunidad|comunidad objetivo|sector atendido|ambito|beneficiaires|communaute|secteur|perimetre|zielgruppe|sektor|bereich|comunidade|setor|ambito de atuacao',
  language: 'language|languages|lang|idioma|idiomas|lengua|langue|langues|sprache|sprachen|lingua|linguas',
  url: 'url|urls|website|web site|web|homepage|home page|www|link|site|rfc2350|rfc 2350|rfc2350 url|sitio web|pagina web|site web|webseite|internetseite|sitio',
  updated:
    'updated|last updated|last modified|modified|last update|date|actualizado|ultima actualizacion|fecha|derniere mise a jour|mis a jour|aktualisiert|letzte anderung|stand|atualizado|ultima atualizacao',
}

/** Words inside a longer header that decide, where the whole header is not known: "Tel. (24h emergency)". */
export const headerWords: readonly (readonly [CsvField, RegExp])[] = [
  ['fax', /\bfax\b|facsimile|telecopie/],
  ['fingerprint', /fingerprint|huella|empreinte|fingerabdruck|\bpgp\b|\bgpg\b/],
  ['email', /\be ?mails?\b|\bmail\b|correo|courriel|correio|\babuse\b/],
  ['phone', /\btel\b|phone|telefon|telefono|hotline|notruf|\bcall\b|mobile|movil|handy/],
  ['zone', /time ?zone|zona horaria|fuseau|zeitzone|fuso/],
  ['hours', /\bhours\b|horario|heures|horaires|zeiten\b/],
  ['asn', /\basns?\b|autonomous/],
  ['cidr', /cidr|\bip\b|netblock|prefix|\bnetworks?\b/],
  ['domain', /\bdomains?\b|dominio|domaine|domane/],
  ['country', /country|\bpais\b|\bpays\b|\bland\b/],
  ['url', /\burl\b|website|rfc ?2350|\bweb\b/],
  ['language', /language|idioma|langue|sprache/],
  ['constituency', /constituenc|comunidad|zielgruppe|beneficiaire/],
  ['full', /full name|official name|nombre completo|nom complet|nome completo/],
  ['host', /organi[sz]a|company|empresa|entreprise|firma/],
  ['short', /\bname\b|nombre|\bnom\b|\bnome\b/],
]
