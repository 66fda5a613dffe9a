/** Spanish words of reports; the Portuguese ones that are near to them stand in words-pt.ts. */
import type { ReportWords } from './words.ts'

export const spanish: ReportWords = {
  source:
    'origen origenes atacante atacantes ofensor ofensora infectado infectada infectados afectado afectada afectados cliente comprometido comprometida sospechoso sospechosa malicioso maliciosa maliciosas emisor vulnerable vulnerables su suya denunciada denunciado notificada reportada implicada implicado expuesta',
  destination: 'destino destinos objetivo victima victimas atacado atacada nuestro nuestra blanco receptor',
  address: 'ip ips direccion direcciones equipo equipos servidor sistema maquina',
  port: 'puerto puertos',
  protocol: 'protocolo protocolos',
  value: 'url urls uri enlace enlaces sitio sitios web pagina paginas dominio dominios host hosts',
  hash: 'hash hashes resumen huella_sha256',
  time: 'fecha fechas hora horas momento instante detectado detectada observado visto vista',
  zone: 'zona horaria huso horario',
  filler:
    'de del la el los las y e en a un una ataque incidente evento deteccion inicio primera primer vez ultima ultimo actividad numero lista fichero archivo muestra ocurrencia suceso exacta utc local completa aproximada escaneo',
  late: 'recibida recibido enviado generado fin final hasta envio informe emision generado generada vencimiento limite caducidad plazo actualizacion notificacion registro',
  ticket: 'ticket tique caso incidente incidencia expediente referencia aviso notificacion denuncia ref informe',
  number: 'id numero num nº no n codigo referencia identificador',
  category: 'categoria tipo clase clasificacion amenaza incidente asunto taxonomia',
  closing:
    'saludos|un saludo|atentamente|un cordial saludo|saludos cordiales|cordialmente|muchas gracias|gracias|reciba un cordial saludo|quedamos a su disposicion',
  aside:
    'm[aá]s (?:informaci[oó]n|detalles)|para (?:m[aá]s|obtener|mayor) informaci[oó]n|puede (?:consultar|encontrar|ver)|consulte|visite|darse de baja|pol[ií]tica|aviso legal|protecci[oó]n de datos|nuestra (?:web|p[aá]gina)|gu[ií]as?|contacto|formulario|recomendaciones|disponible en|sitio oficial|web oficial|leg[ií]tim[ao]|clave p[uú]blica|clave',
  aboutReport:
    'fecha (?:del|de) (?:informe|notificaci[oó]n|env[ií]o|emisi[oó]n)|enviado el|generado el|notificado el|v[aá]lido hasta|caduca|antes del|plazo',
  stated: 'registros?|relojes?|reloj|horas?|fechas?|marcas de tiempo|tiempos',
  ours: 'nuestr[oa]s?|mi',
}
