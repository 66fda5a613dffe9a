/** Portuguese words of reports, as far as they differ from the Spanish ones. */
import type { ReportWords } from './words.ts'

export const portuguese: ReportWords = {
  source: 'origem atacante infectado comprometido suspeito malicioso cliente seu sua vulneravel',
  destination: 'destino alvo vitima nosso nossa',
  address: 'ip endereco enderecos servidor maquina sistema equipamento',
  port: 'porta portas porto portos',
  protocol: 'protocolo',
  value: 'url link ligacao site sitio pagina dominio',
  hash: 'hash',
  time: 'data hora horario momento',
  zone: 'fuso horario',
  filler:
    'de do da dos das o a os as e em ataque incidente evento deteccao inicio primeira ultima vez atividade numero lista ficheiro utc',
  late: 'fim ate envio relatorio limite prazo',
  ticket: 'ticket chamado caso incidente referencia notificacao',
  number: 'id numero n codigo',
  category: 'categoria tipo classe ameaca assunto',
  closing: 'atenciosamente|cumprimentos|com os melhores cumprimentos|obrigad[oa]|saudacoes',
  aside:
    'mais informa[cç][oõ]es|para (?:mais|obter) informa[cç][oõ]es|visite|consulte|pol[ií]tica|cancelar|nosso site|formul[aá]rio',
  aboutReport: 'enviado em|gerado em|v[aá]lido at[eé]|prazo',
  stated: 'hor[aá]rios?|horas|datas',
  ours: 'noss[oa]s?|meu',
}
