/** What teams write to each other, in Spanish. A key that the English has and this has not does not compile. */
import type { messageTemplates } from '../en/message-templates.ts'

export const messagesInSpanish: Readonly<Record<keyof typeof messageTemplates, string>> = {
  'notification.subject': 'Notificación de incidente: {title}',
  'notification.text': `Estimados colegas:

Estamos gestionando un incidente que afecta a sistemas que, según nuestra información, son responsabilidad de ustedes.

Lo que sabemos: {indicators}.

Les pedimos que, antes del {until}:
1. comprueben si esos sistemas son suyos y si están afectados,
2. conserven los registros y el estado de los sistemas antes de limpiarlos o reinstalarlos,
3. nos comuniquen qué han encontrado y qué medidas han tomado.

{reference} Les rogamos que la mantengan en el asunto y que respondan a {address}, con cifrado para nuestra clave OpenPGP {key}.

Un cordial saludo,`,

  'request.subject': 'Solicitud de información: {title}',
  'request.text': `Estimados colegas:

Estamos gestionando un incidente en el que aparecen sistemas de sus redes: {indicators}.

Les agradeceremos que, antes del {until}, nos indiquen:
1. si esos sistemas son suyos y, en caso contrario, quién es el responsable,
2. qué registros conservan de ellos, de qué período y hasta cuándo; les rogamos que no los borren hasta que hayamos hablado,
3. si ya están gestionando este asunto y con qué referencia.

{reference} Les rogamos que la mantengan en el asunto y que respondan a {address}, con cifrado para nuestra clave OpenPGP {key}.

Un cordial saludo,`,

  'takedown.subject': 'Solicitud de retirada: {title}',
  'takedown.text': `Estimados colegas:

Un servicio o contenido alojado en su red se está utilizando en un incidente que gestionamos: {indicators}.

Les pedimos que, antes del {until}:
1. conserven una copia del contenido y de los registros de acceso, para una posible petición de las autoridades,
2. lo dejen fuera de servicio,
3. nos confirmen qué se ha hecho y a qué hora.

Si solo actúan mediante un formulario concreto o por orden judicial, indíquennos por favor adónde debemos dirigirnos.

{reference} Les rogamos que la mantengan en el asunto y que respondan a {address}, con cifrado para nuestra clave OpenPGP {key}.

Un cordial saludo,`,

  'advisory.subject': 'Aviso: {title}',
  'advisory.text': `Estimados colegas:

Afecta a: {affected}

Qué puede ocurrir: {impact}

Qué hacer, antes del {until}: {advice}

Cómo reconocerlo: {indicators}.

Si lo encuentran en sus sistemas, comuníquennoslo. {reference} Pueden responder a {address}, con cifrado para nuestra clave OpenPGP {key}.

Un cordial saludo,`,

  'vendor.subject': 'Notificación de vulnerabilidad: {vulnerability}',
  'vendor.text': `Estimado equipo de seguridad de producto:

En nuestra labor como equipo de respuesta a incidentes hemos encontrado una vulnerabilidad en un producto suyo.

Producto y versión: {product}
Cómo reproducirla: {steps}
Qué permite: {impact}

Les agradeceremos que, antes del {until}, nos indiquen:
1. que este mensaje ha llegado a las personas adecuadas y con qué referencia,
2. si pueden reproducirla,
3. cuándo prevén una corrección y qué pueden hacer los usuarios hasta entonces.

Tratamos esta información como confidencial y deseamos acordar con ustedes cuándo y cómo se publica. Quiénes están afectados aquí no forma parte de esta notificación.

{reference} Les rogamos que la mantengan en el asunto y que respondan a {address}, con cifrado para nuestra clave OpenPGP {key}.

Un cordial saludo,`,

  'police.subject': 'Comunicación de un incidente a las autoridades',
  'police.text': `A quien corresponda:

Les comunicamos un incidente que nuestro equipo gestiona desde el {opened} y que puede ser de su interés.

Tipo de incidente: {kind}

Este mensaje, de forma deliberada, no identifica a personas ni contiene detalles técnicos. Las pruebas se conservan con registro de su custodia y se entregarán, previa petición, en la forma que exija la ley.

Les agradeceremos que, antes del {until}, nos indiquen:
1. su referencia y la persona responsable,
2. qué necesitan, con qué base legal y en qué formato,
3. qué no debemos hacer por nuestra parte hasta entonces.

{reference} Les rogamos que la mantengan en el asunto y que respondan a {address}, con cifrado para nuestra clave OpenPGP {key}.

Atentamente,`,

  'complete.subject': 'Por favor, complete su notificación: {report}',
  'complete.text': `Buenos días:

Gracias por su notificación. Para poder actuar todavía necesitamos:
{missing}

Le rogamos que indique cada hora con su zona horaria. Lo más útil es un breve extracto del registro original. Si no dispone de alguno de estos datos, indíquelo y continuaremos sin él.

{reference}
Puede responder antes del {until} a {address}, con cifrado para nuestra clave OpenPGP {key}, manteniendo el asunto.

Un cordial saludo,`,

  'dead-key.subject': 'Su clave OpenPGP ya no puede utilizarse',
  'dead-key.text': `Estimados colegas:

Queremos escribirles de forma cifrada y no podemos, porque su clave OpenPGP

{theirKey}

{why}.

Les rogamos que nos envíen su clave pública renovada o nueva antes del {until}, a {address}, y que nos indiquen dónde está publicada su huella. Antes de utilizarla cotejaremos la huella llamando al número de teléfono que ya tenemos de ustedes; un número que llegue junto con la clave no es suficiente.

Hasta entonces pueden escribirnos con cifrado para nuestra clave {key}.

Un cordial saludo,`,

  'acknowledgement.subject': 'Recibido: {report}',
  'acknowledgement.text': `Buenos días:

Gracias por su notificación. La hemos recibido y una persona la ha leído.

{reference}
Nos pondremos en contacto con usted cuando sepamos más o cuando necesitemos algo. Puede enviar cualquier otro dato que encuentre a {address}, con cifrado para nuestra clave OpenPGP {key}, manteniendo el asunto.

Un cordial saludo,`,

  'part.reference': 'Nuestra referencia es {number}.',
  'part.indicators': '{list}, con el detalle en este mensaje',
  'part.ip': '{count|una dirección IP|# direcciones IP}',
  'part.cidr': '{count|una red|# redes}',
  'part.domain': '{count|un dominio|# dominios}',
  'part.url': '{count|una URL|# URL}',
  'part.email': '{count|una dirección de correo|# direcciones de correo}',
  'part.hash': '{count|un hash de fichero|# hashes de ficheros}',
  'part.cve': '{count|una vulnerabilidad|# vulnerabilidades}',
  'part.asn': '{count|un sistema autónomo|# sistemas autónomos}',
  'part.other': '{count|otro indicador|# indicadores más}',
  'part.expired': 'caducó el {date}',
  'part.expired-some-time': 'ha caducado',
  'part.revoked': 'fue revocada por su titular',
  'part.identity-only': 'no tiene ninguna parte con la que se pueda cifrar',
  'part.unreadable': 'nos ha llegado dañada y no se puede leer',
  'part.not-included': 'solo la conocemos por su huella; la clave misma no nos ha llegado',
  'part.none': 'no la conocemos',

  'missing.time': 'la fecha y la hora de lo observado',
  'missing.time-zone': 'la zona horaria de las horas indicadas',
  'missing.source-ip': 'las direcciones IP de origen',
  'missing.source-port': 'los puertos de origen',
  'missing.protocol': 'el protocolo (TCP, UDP, …)',
  'missing.destination-ip': 'las direcciones IP de destino',
  'missing.destination-port': 'los puertos de destino',
  'missing.log-file': 'un extracto del registro (log), en su formato original',

  'body.tier': 'Analista de incidentes, nivel {tier}',
  'body.observables': 'Indicadores, desactivados ({marking}):',
  'body.observables-more': '… y {count} más; pídannoslos como fichero.',
  'body.state-seen': 'visto',
  'body.state-suspicious': 'sospechoso',
  'body.state-confirmed': 'confirmado',
  'body.state-benign': 'inofensivo',
  'body.state-compromised': 'comprometido',
}
