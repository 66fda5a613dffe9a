/** French words of reports. */
import type { ReportWords } from './words.ts'

export const french: ReportWords = {
  source:
    'source sources attaquant attaquants attaquante agresseur infecte infectee infectes compromise compromis origine client suspecte suspect malveillante malveillant emetteur emettrice votre vos vulnerable vulnerables concernee concerne concernees incriminee signalee fautive expose exposee',
  destination:
    'vise visee vises visees ciblees cibles distante distant destination destinations cible cibles ciblee victime victimes attaquee notre nos destinataire',
  address: 'ip ips adresse adresses machine serveur systeme poste',
  port: 'port ports',
  protocol: 'protocole protocoles',
  value: 'url urls uri lien liens site sites page domaine domaines hote hotes nom',
  hash: 'hash empreinte_sha256 condensat condensats somme controle',
  time: 'date dates heure heures horodatage moment detecte observe vu vue',
  zone: 'fuseau horaire',
  filler:
    'de du des la le les l d et en a attaque incident evenement detection debut premiere derniere fois activite numero liste fichier echantillon utc locale constatee exacte constat scan',
  late: 'recu envoye genere fin jusqu jusque envoi rapport emission limite expiration delai signalement',
  ticket: 'ticket dossier incident cas reference ref signalement rapport',
  number: 'id numero num n° no nº ref identifiant',
  category: 'categorie type classe classification menace nature objet',
  closing:
    'cordialement|bien cordialement|salutations|meilleures salutations|sinc[eè]res salutations|merci|merci d.avance|avec nos remerciements|bien [aà] vous|veuillez agr[eé]er[^\\n]{0,80}',
  aside:
    "(?:plus d['’]|pour plus d['’]|pour toute |davantage d['’])(?:informations?|question)|veuillez (?:consulter|visiter|contacter)|consultez|visitez|se d[eé]sabonner|d[eé]sinscri\\w{1,6}|mentions l[eé]gales|politique|notre site|formulaire|disponibles? (?:sur|[aà])|recommandations|site officiel|l[eé]gitime|cl[eé]",
  aboutReport:
    'date (?:du rapport|d.envoi|d.[eé]mission|du signalement)|envoy[eé] le|g[eé]n[eé]r[eé] le|signal[eé] le|valable jusqu|expire|au plus tard',
  stated: 'horloges?|journaux|heures?|horodatages?|dates?',
  ours: 'notre|nos|mon',
}
