/** The words by which reports name the types of the Reference Security Incident Taxonomy (ENISA, version 1003), in seven languages and in the names of forms. */

export interface RsitRule {
  readonly rsit: string
  /** How sure one of its words makes: 3 names the type, 1 may stand in any report. */
  readonly weight: 1 | 2 | 3
  /** Lower case, accents off, hyphens and underscores as blanks. */
  readonly words: RegExp
}

const rule = (rsit: string, weight: RsitRule['weight'], words: string): RsitRule => ({
  rsit,
  weight,
  words: new RegExp(String.raw`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'g'),
})

/** Where two say the same much, the first counts: what tells most stands first. */
export const rsitRules: readonly RsitRule[] = [
  rule(
    'test/test',
    3,
    'this is (?:only |just )?a test|test report|test message|testmeldung|testnachricht|mensaje de prueba|esto es una prueba|message de test|ceci est un test|mensagem de teste|exercise only|communication test',
  ),
  rule(
    'information-content-security/unauthorised-information-modification',
    3,
    String.raw`ransom(?:ware|note)?|lockbit|(?:files|data|servers?|documents) (?:\w{2,6} ){0,2}encrypted|secuestro de (?:datos|archivos)|(?:ficheros|archivos|datos|equipos|servidor\w{0,2}) (?:\w{2,10} ){0,2}cifrad[oa]s?|rancongiciel|(?:fichiers|donnees|serveurs?) (?:\w{2,6} ){0,2}chiffre\w{0,3}|note de rancon|nota de rescate|verschlusselungstrojaner|(?:dateien|daten|server|laufwerke?) (?:\w{2,10} ){0,2}verschlu?e?sselt|l(?:o|oe)segeld\w{0,12}|alles verschlue?sselt|gijzelsoftware|bestanden (?:\w{2,10} ){0,2}versleuteld|(?:file|dati|documenti) (?:\w{2,10} ){0,2}cifrati|(?:arquivos|dados) (?:\w{2,10} ){0,2}(?:criptografados|cifrados)|ransom demand|encrypted (?:all )?(?:our|their|his|her|my|the) (?:\w{2,10} )?(?:files|data|servers?|computers?)`,
  ),
  rule(
    'fraud/phishing',
    3,
    String.raw`\w{0,10}phish\w{0,6}|suplantacion|credential harvest\w{0,5}|hameconnage|filoutage|fake (?:login |banking |bank )?(?:page|website|site)s?|pagin[ae]s? (?:web )?(?:fals[ae]s?|fraudulent[ae]s?|fraudolent[ae]|clon(?:e|ada)s?)|siti?o? (?:fals[oi]|fraudolent[oi])|fausses? pages?|faux sites?|valse (?:site|website|pagina)s?|(?:captur\w{1,4}|rob\w{1,3}|roubar) (?:\w{2,6} )?(?:senhas|claves|contrasenas|credenciales)|steal(?:s|ing)? (?:\w{2,12} ){0,3}(?:passwords|logins?|credentials|card (?:data|details|numbers))|pagina fraudulenta|collects? (?:user )?(?:passwords|credentials)|fraudulent (?:web)?(?:site|page|content)s?|frauduleuze website|captura de credenciales|anmeldedaten abgreif\w{0,4}|gefalschte (?:anmelde|bank|web)?seite|spear ?phish\w{0,4}|vishing|smishing|fraud(?: site)?`,
  ),
  rule(
    'malicious-code/malware-distribution',
    3,
    'malspam|z[lł]osliw\\w{1,4} oprogramowani\\w{1,2}|malicious (?:e ?mails?|mails?|attachments?)|infected attachments?|(?:e ?mails?|mails?) with malware|correos? maliciosos?|(?:courriels?|pieces? jointes?) malveillante?s?|schadhafte\\w{0,1} (?:e ?mails?|anhange|mails?)',
  ),
  rule(
    'malicious-code/infected-system',
    3,
    String.raw`(?:contact(?:s|ed|ing)|beacon\w{0,4}|connect(?:s|ed|ing)|communicat(?:es|ed|ing)|talk(?:s|ed|ing)|traffic|calls? home) (?:\w{2,12} ){0,4}(?:c2|c ?& ?c|command (?:and|&) control|botnet|sinkhole)|contatt\w{1,3} (?:un |il )?server di comando`,
  ),
  rule(
    'malicious-code/c2-server',
    3,
    String.raw`c2(?: servers?| panel| node| host| infrastructure)?|command (?:and|&) control|c ?& ?c|cnc|cc ip|botnet controllers?|control server|serveur de (?:commande|controle)|servidor de mando|server di comando|mando y control|comando e controle|steuerungsserver|kontrollserver|cobalt strike|malware controller`,
  ),
  rule(
    'malicious-code/malware-configuration',
    3,
    'malware config(?:uration)?|webinject|config(?:uration)? file of (?:a |the )?(?:malware|bot)|hosts? a malware configuration',
  ),
  rule(
    'malicious-code/infected-system',
    3,
    String.raw`bot ?nets?|worms?|sumidero|bot drone|botnet drone|drones?|(?<!spam )bots?|infected|infections?|infektion\w{0,2}|infeccion\w{0,2}|infectad[oa]s?|infizierte?\w{0,2}|infecte\w{0,2}|infectees|zeroaccess|conficker|mirai|sality|zeus|gameover|emotet|qakbot|sinkhole\w{0,5}|bot node|zombies?|equipo(?:s)? infectado|systeme infecte|bot infection|infett[aeio]|besmette?|geinfecteerde?|schadsoftware auf|avalanche|andromeda|necurs|virut`,
  ),
  rule(
    'availability/ddos',
    3,
    String.raw`ddos|distributed denial|syn ?flood\w{0,3}|udp ?flood\w{0,3}|amplification attack|reflection attack|(?<!log ?in |register )flood(?:ed|ing)?|drdos|volumetric|\d{1,6} ?[kmg](?:pps|bps|bit)(?: ?s)?|tcp syn|denegacion de servicio distribuida|deni de service distribue|uberlastungsangriff\w{0,2}|booter|participat\w{1,4} in (?:a |an )?(?:attack|ddos)`,
  ),
  rule(
    'availability/dos',
    3,
    'dos attack|denial of service|denegacion de servicio|deni de service|dienstverweigerung|mail ?bomb\\w{0,4}|negacao de servico|slowloris',
  ),
  rule(
    'vulnerable/ddos-amplifier',
    3,
    String.raw`open(?: recursive| dns)? ?resolvers?|dns ?openresolver|recursive (?:dns )?resolver|ntp ?monlist|monlist|ntp ?monitor|chargen|qotd|ssdp|amplifiers?|reflectors?|offener (?:dns )?resolver|offene\w{0,1} (?:ntp|dns|snmp|ssdp|memcached|cldap)\w{0,10}|(?:servidor\w{0,2}|serveurs?) (?:ntp|dns|snmp) (?:abiert\w{1,2}|ouverts?)|(?:abused|misused|used|missbraucht|utilizad\w{1,2}|utilises?) (?:for|in|to|fur|para|pour) (?:a |an |des )?(?:ddos|amplification|reflection|attaques?)|offene resolver|resolver abierto|resolveur ouvert|resolveurs ouverts|amplificador\w{0,2}|amplificateur\w{0,1}|openscan (?:ntp|snmp|dns|ssdp|chargen|netbios|mdns|portmapper|memcached|qotd|cldap|ubiquiti|coap|arms|wsd|tftp)\w{0,10}|portmapper|memcached|open (?:ntp|snmp|ssdp|memcached|portmap\w{0,3}|cldap|chargen)\b.{0,12}|exploitable (?:ntp|portmapper|chargen|ssdp)(?: service| server)?`,
  ),
  rule(
    'vulnerable/weak-crypto',
    3,
    String.raw`poodle|freak|logjam|heartbleed|sslv[23]|weak (?:crypto|ciphers?|encryption|tls|ssl)\w{0,8}|cifrado debil|schwache verschlusselung|chiffrement faible|ssl (?:scan|poodle|freak)|expired certificate|export cipher`,
  ),
  rule(
    'vulnerable/information-disclosure',
    3,
    String.raw`information disclosure|directory (?:listing|traversal)|exposed (?:\.?git|backup|env|config\w{0,8})|divulgation d informations?|divulgacion de informacion|offengelegte informationen|open director(?:y|ies)|exposed data`,
  ),
  rule(
    'vulnerable/potentially-unwanted-accessible',
    3,
    String.raw`open(?:ly)? accessible|publicly accessible|accessible from the internet|reachable from the internet|exposed (?:services?|databases?|ports?|rdp|vnc|smb|to the internet|on the internet|mongodb|elasticsearch|redis|instances?)|open (?:database|redis|mongodb|elasticsearch|mssql|telnet|rdp|vnc|smb|ipmi|service|nat pmp)\w{0,3}|openscan \w{2,20}|nat pmp|netbios|redis|mssql|mongodb|elasticsearch|unprotected (?:database|service)|without (?:authentication|password)|expuest[oa]s? a internet|accesibles? desde internet|accessibles? (?:depuis|sur) internet|aus dem internet erreichbar\w{0,2}|offen erreichbar\w{0,2}|ungeschutzt\w{0,2}|exposto a internet|open service|open (?:proxy|relay)`,
  ),
  rule(
    'intrusion-attempts/brute-force',
    3,
    String.raw`brute ?forc\w{1,4}|break in attempts?|log ?in floods?|fake log ?ins?|passwortlisten?|password lists?|listas? de (?:contrasenas|senhas)|listes? de mots de passe|attempts? to guess|(?:try|tries|tried|trying|tests?|testing) (?:\w{2,10} ){0,2}(?:passwords|logins|credentials)|(?:smtp|imap|pop3?|ssh|rdp|ftp|sasl) (?:auth|bruteforcer?|logins?)|(?:prueba\w{0,2}|prob\w{1,6}) (?:muchas |varias |distintas )?contrasenas|(?:essaie|teste)\w{0,3} des mots de passe|passworter? (?:durch|aus)probier\w{0,3}|zugriffsversuche?n?|login ?attacks?|login attempts?|failed (?:logins?|passwords?|authentication|auth)|authentication fail\w{1,4}|invalid user|fuerza bruta|forza bruta|forca bruta|inlogpoging\w{0,2}|tentativi di (?:accesso|login|autenticazione)|tentativas? de (?:acesso|autenticacao)|force brute|dictionary attack\w{0,5}|wp login|password (?:crack\w{0,4}|spray\w{0,4}|guess\w{0,4})|anmeldeversuche?n?|fehlgeschlagene anmelde\w{0,10}|intentos? de (?:acceso|inicio de sesion|login)|tentatives? de connexion|credential stuffing|sasl login|ssh (?:attack|scan)\w{0,3}|fail2ban|registration attempt failed|register (?:attack|flood)|sipvicious|sip (?:attack|scan)\w{0,3}|tentativas? de login|attempts? to log ?in|account takeover attempts?|credential stuffing|log ?(?:in|on) attempts?|(?:try|trying|tried|attempt(?:s|ed|ing)?) to (?:log ?(?:in|on)|sign in|authenticate|register)|(?:rdp|ssh|telnet|vnc|voip) (?:attacks?|angriffe?|ataques?)|intent\w{0,4} de (?:autenticacion|conexion)|intenta\w{0,5} (?:acceder|autenticarse|iniciar sesion)|tente\w{0,4} de se connecter|tried to (?:log ?in|break in(?:to)?|register)|guess(?:ed|ing|es)? (?:\w{2,10} )?passwords?|wrong password|authenticator failed|incorrect authentication|smtpauth|http bf|ssh bf|\w{3,12} bf|login failures?|locked out|lockouts?|failed to log ?on|log ?on failures?|bad password|(?:rdp|ssh|ftp|imap) log ?[io]ns?|worterbuchangriff\w{0,2}|anzumelden|passwort\w{0,3} (?:zu )?(?:raten|erraten)|password guess\w{0,3}|accesos? (?:por|mediante) fuerza|bruteforcelogin`,
  ),
  rule(
    'information-gathering/scanner',
    3,
    String.raw`port ?scan\w{0,6}|net ?scans?|scans? (?:the internet|us|our|for|of|on|from|against|to|dstport)|(?:in|part of) a scan|scann(?:ing|ed)|scans|port scanner|escaneos?(?: de puertos)?|scansion[ei](?: d\w{1,3} port[ae])?|poortscan\w{0,3}|gescand|varredura de portas|barrido de puertos|balayages?(?: de ports)?|portscans?|harvest(?:ing|er|ers)?|network sweep|prob(?:ing|es?|ed)|reconnaissance|scan (?:report|summary|activity|attempts?|traffic|detected)|sondeos?|varreduras?|vulnerability scan\w{0,4}|vuln scanning|recon|et scan|abgetastet|gescannt|scannen|scannt|scannee?s?`,
  ),
  rule(
    'information-gathering/scanner',
    1,
    'deny|denied|dropped|drop|blocked|rejected|port ?sweep|hostile (?:packets?|traffic)|(?:unsolicited|unwanted|suspicious) (?:packets?|connections?|traffic)|connection attempts?|verbindungsversuche?n?|intentos de conexion|firewall',
  ),
  rule('intrusion-attempts/brute-force', 1, 'attack\\w{0,4} (?:on |against )?(?:our |the |my )?honey ?(?:pot|net)s?'),
  rule(
    'information-gathering/sniffing',
    3,
    String.raw`sniff(?:er|ing)|eavesdrop\w{0,4}|packet capture of|wiretap\w{0,4}|arp spoof\w{0,3}|abhor\w{1,4}|interceptacion|ecoute illegale`,
  ),
  rule(
    'information-gathering/social-engineering',
    3,
    'social engineering|ingenieria social|ingenierie sociale|engenharia social|ceo[ -](?:fraud|betrug)|fraude (?:al|del|au|do) (?:ceo|president|directeur)|(?:arnaque|faux ordre\\w{0,2}) (?:au|de) (?:president|virement)|chef ?masche|business e ?mail compromise|bec (?:fraud|scam|attempt|attack)|(?:falsch|gefalscht|gefaelscht)\\w{0,2} (?:geschafts|geschaefts)fue?hr\\w{0,5}|tech support scam|fake support|pretexting',
  ),
  rule(
    'intrusion-attempts/ids-alert',
    3,
    String.raw`ids alerts?|snort|suricata|et (?:exploit|web server) \w{1,20}|signature (?:id|match)|exploitation of (?:a )?known vulnerabilit\w{1,4}|intrusion detection|attempted[ -](?:admin|user|recon)|log4(?:j\w?|shell)|intrusion prevention|shellshock|cve \d{4} \d{4,7} (?:exploit\w{0,6}|attempt\w{0,3})`,
  ),
  rule(
    'intrusion-attempts/exploit',
    3,
    String.raw`sql ?injections?|sqlmap|union select|exploit attempts?|attempts? to exploit|tried to exploit|sqli|xss|cross site scripting|remote code execution|rfi|lfi|path traversal|regbots?|badbots?|abusive web requests?|web ?attacks?|web ?exploits?|hack attack|inyeccion sql|injection sql|sql injektion|command injection|exploit(?:ation)? (?:attempts?|of (?:a |the |our )?\w{2,20})|exploiting (?:a |the |our )?\w{3,20} vulnerabilit\w{1,4}|hacking attempts?|(?:intent\w{1,6}|tried|attempt\w{0,3}|tente\w{0,3}) (?:de |to |d )?(?:explot\w{1,6}|exploit\w{0,4})|explotaci\w{0,2}n de (?:una |la )?vulnerabilidad\w{0,2}|exploitation d une vulnerabilite|angriffsversuch\w{0,2}|intento de intrusion|tentative d intrusion`,
  ),
  rule('intrusion-attempts/exploit', 1, 'exploit(?:s|ed|able)?|hacking|attack from'),
  rule(
    'intrusions/privileged-account-compromise',
    3,
    String.raw`(?:root|admin\w{0,10}|privileged|domain admin) (?:account |access |credentials )?(?:was |is |has been |were )?(?:compromised?|taken over|obtained|gained)|cuenta (?:de administrador|privilegiada) comprometida|compte (?:administrateur|privilegie) compromis|administratorkonto`,
  ),
  rule(
    'intrusions/unprivileged-account-compromise',
    3,
    String.raw`stealer logs?|infostealer|(?:stolen|working|leaked|compromised) (?:\w{2,10} )?(?:logins?|credentials?|passwords?|accounts?)|accounts? (?:was |were |is |has been |have been )?(?:compromised?|hijacked|taken over)|compromised? (?:\w{2,10} )?accounts?|account takeover|cuentas? comprometidas?|credenciales (?:robadas|comprometidas|filtradas)|comptes? compromis|identifiants (?:voles|compromis|divulgues)|kompromittierte (?:zugangsdaten|konten|accounts?)|gestohlene zugangsdaten|gehackte?\w{0,2} (?:konto|account)|contas? comprometidas?|breached accounts?`,
  ),
  rule(
    'intrusions/application-compromise',
    3,
    String.raw`web ?shells?|defac\w{3,6}|compromised (?:web ?site|cms|wordpress|joomla|web application)|hacked (?:web)?site|sitio (?:web )?comprometido|site (?:web )?compromis|gehackte webseite|kompromittierte webseite|injected (?:code|script|iframe)s?|skimmer|magecart`,
  ),
  rule(
    'intrusions/system-compromise',
    2,
    String.raw`compromised?(?: (?:system|host|server|machine)s?)?|rootkits?|backdoor\w{0,3}|comprometid[oa]s?|compromis(?:e|es|ee)?|kompromittier\w{1,4}|compromess[aeio]|gecompromitteerd\w{0,1}|gehackt\w{0,2}|hacked|hackead[oa]s?|(?:serveur|site|compte|machine)s? (?:\w{2,6} )?pirate\w{0,2}|intrusos?|ha[n]? entrado (?:alguien )?en|br(?:oke|oken|eaking) in(?:to)?|eingedrungen|introduits? dans|penetre dans|remote compromise|unauthori[sz]ed access to (?:the |our |your )?(?:system|server)`,
  ),
  rule(
    'intrusions/burglary',
    3,
    'burglary|break in (?!attempts?|to)|physical intrusion|theft of (?:a |the |our )?(?:laptop|server|device|equipment)|stolen (?:laptop|server|device|phone)|robo de(?:l)? (?:equipo|portatil|servidor)|einbruch|cambriolage|vol d equipement|roubo de equipamento|sustraccion',
  ),
  rule(
    'malicious-code/malware-distribution',
    2,
    String.raw`virus ?names?|malware(?: (?:attack|distribution|hosting|download|url|site)s?)?|malicious (?:software|file|download|code|url|payload|script|binary)\w{0,3}|virus(?:es)?|trojans?|troyanos?|trojaner|cheval de troie|schadsoftware|schadprogramm\w{0,2}|codigo malicioso|logiciels? malveillants?|programa malicioso|dropper|exploit kit|drive by|distribut\w{1,4} malware|safe browsing|urlhaus`,
  ),
  rule(
    'information-content-security/data-leak',
    3,
    String.raw`(?:data|credential|information|password) (?:leak(?:age)?|breach|dump)\w{0,3}|leaked(?: data)?|fuga de (?:datos|informacion)|filtracion de datos|fuite de donnees|datalek\w{0,3}|violazione d\w{1,3} dati|fuga di dati|datenleck|data theft|stolen data|(?:theft|stealing) of data|(?:robo|vol|furto|roubo) d\w{1,3} (?:datos|donnees|dati|dados)|datendiebstahl|(?:espos|expos|expuest)\w{1,6} (?:di |dei |de |des )?(?:dati|datos|donnees|dados)|datenabfluss|vazamento de dados|paste ?bin|exfiltrat\w{1,4}`,
  ),
  rule(
    'information-content-security/data-loss',
    3,
    'data loss|perdida de datos|perte de donnees|datenverlust|perda de dados|disk failure|backup (?:lost|missing)',
  ),
  rule(
    'information-content-security/unauthorised-information-access',
    3,
    'unauthori[sz]ed access to (?:data|information|documents|files|records|personal)|acceso no autorizado|acces non autorise|unbefugter zugriff|unberechtigter zugriff|acesso nao autorizado',
  ),
  rule(
    'fraud/copyright',
    3,
    String.raw`copyright\w{0,3}|infring\w{3,8}|dmca|piracy|pirated|bittorrent|peer to peer|p2p|derechos de autor|propiedad intelectual|droits? d auteur|contrefacon|urheberrecht\w{0,12}|direitos autorais|torrent|acns|intellectual property`,
  ),
  rule(
    'fraud/masquerade',
    3,
    String.raw`masquerad\w{1,4}|impersonat\w{1,4}|trademark\w{0,2}|brand (?:abuse|infringement|protection|impersonation)|suplanta\w{0,4} (?:de )?identidad|usurpation d identite|identitatsdiebstahl|markenrecht\w{0,10}|look ?alike domain|typosquat\w{0,5}|cybersquat\w{0,5}|spoof\w{0,3}|auth failure|fake ?shops?|(?:tienda|loja)s? (?:online |en linea |web )?(?:fals|fraudulent)as?|fausses? boutiques?|gefalschter? (?:online ?)?shops?|negozio falso|nep ?(?:web)?(?:shop|winkel)s?|fake (?:shop|store|profile|account)s?|falsche identitat`,
  ),
  rule(
    'fraud/masquerade',
    1,
    String.raw`betrug\w{0,10}|betrueger\w{0,3}|estafa\w{0,3}|escroquer\w{1,3}|arnaque\w{0,1}|scams?|(?:falsch|gefalscht|gefaelscht)\w{0,2} (?:nachricht|rechnung|mail)\w{0,3}|fake invoice\w{0,1}|factura\w{0,1} falsa\w{0,1}|fausse\w{0,1} facture\w{0,1}`,
  ),
  rule(
    'fraud/unauthorised-use-of-resources',
    3,
    String.raw`crypto ?(?:jack|min)\w{1,5}|unauthori[sz]ed use|toll fraud|uso no autorizado|utilisation non autorisee|unbefugte nutzung|minado de criptomonedas|chain letter|pyramid scheme`,
  ),
  rule(
    'abusive-content/spam',
    2,
    String.raw`spam\w{0,8}|feedback report|unsolicited(?! (?:packets?|connections?|traffic|probes?|scans?))|correo (?:no deseado|basura)|pourriel\w{0,1}|courriers? indesirables?|unerwunschte (?:e ?)?mails?|ongewenste (?:e ?)?mails?|posta indesiderata|unverlangte\w{0,2}|junk ?mail|bulk (?:e ?)?mail|ube|uce|lixo eletronico|email abuse|abuse report for an email|comment spam|snowshoe|spamvertis\w{2,4}|bulk messaging|mailing list abuse`,
  ),
  rule(
    'vulnerable/vulnerable-system',
    3,
    String.raw`(?:responsible|coordinated|vulnerability) (?:vulnerability )?disclosure|disclosure (?:policy|deadline)|bug ?bounty|vulnerability report|vulnerab\w{3,10} systems?|proof of concept|(?:critical|severe|serious|high risk) vulnerabilit\w{1,3}|vulnerabilit(?:y|ies) (?:on|at|of|affecting|report|notification|found|detected)|vulnerab\w{3,10} (?:in|on) (?:your|our|the|a)|(?:found|discovered|report\w{0,3}|disclos\w{1,3}|notify you of) (?:a |an |the |\w{3,10} )?(?:\w{3,10} )?vulnerabilit(?:y|ies)|(?:signale\w{0,2}|decouvert\w{0,2}|trouve\w{0,2}) (?:une |des )?(?:faille|vulnerabilite)s?|faille de securite|fallos? de seguridad|(?:he|hemos) encontrado (?:un|una|varios|varias) (?:xss|sqli?|idor|rce|inyeccion|fallo|agujero)|(?:i|we) (?:have )?(?:found|discovered) (?:a|an) (?:\w{3,12} )?(?:xss|sqli?|idor|rce|ssrf|csrf|bug|flaw|security (?:hole|issue|problem|flaw))|security researcher|vulnerabilite (?:sur|dans) (?:votre |vos |le |la |l )?\w{3,20}|(?:encontrado|descubierto|reportar|informar de) (?:una |la )?(?:vulnerabilidad|fallo de seguridad)|vulnerabilidad en (?:su|el|la|vuestr\w)|(?:schwachstelle|sicherheitslu?e?cke) (?:in|auf|im) (?:ihr\w{0,2}|der|dem|euer\w{0,2})`,
  ),
  rule(
    'vulnerable/vulnerable-system',
    1,
    String.raw`vulnerab\w{3,10}|kwetsba\w{1,10}|vulnerabilidad\w{0,3}|vulnerabilite\w{0,1}|schwachstelle\w{0,2}|sicherheitslucke\w{0,2}|cve \d{4} \d{4,7}|unpatched|outdated|end of life|sin parchear|non corrige\w{0,2}|ungepatcht\w{0,2}|veraltet\w{0,2}`,
  ),
  rule(
    'availability/misconfiguration',
    3,
    'misconfigur\\w{2,6}|configuracion (?:erronea|incorrecta)|mauvaise configuration|fehlkonfigur\\w{2,6}|dnssec (?:failure|expired)|lame delegation|route leak|bgp hijack\\w{0,3}',
  ),
  rule('availability/sabotage', 3, 'sabotage|sabotaje|cut (?:cable|fibre)s?|arson|vandalism|sabotagem|wiper'),
  rule(
    'availability/outage',
    3,
    'outage|power failure|service (?:is )?(?:unavailable|down)|corte de (?:servicio|luz|suministro)|caida del servicio|panne|coupure|ausfall|storung|interrupcao',
  ),
  rule(
    'abusive-content/violence',
    3,
    'csam|csem|child (?:sexual )?(?:abuse|exploitation|pornography)|pornografia infantil|pedopornograph\\w{1,6}|kinderpornogra\\w{1,6}|glorification of violence|terroris\\w{1,3} (?:content|material)|abuso sexual infantil',
  ),
  rule(
    'abusive-content/harmful-speech',
    3,
    'harass\\w{0,6}|threat(?:s|en\\w{0,5}) (?:against|to|by|our|me)|discriminat\\w{1,5}|cyber ?bull\\w{1,6}|cyber ?stalk\\w{1,5}|stalking|defam\\w{2,7}|hate speech|racis\\w{1,3}|acoso|amenazas|discurso de odio|harcelement|menaces|belastigung|hassrede|drohungen|beleidig\\w{2,5}|blackmail|extort\\w{2,5}|chantaje',
  ),
  rule('other/other', 3, 'other incident|otro incidente|sonstiger vorfall|autre incident'),
]
