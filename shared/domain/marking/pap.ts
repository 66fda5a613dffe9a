/** Permissible Actions Protocol (MISP taxonomy PAP v3): what may be done with the information, beside whom it may reach. */
export const paps = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const
export type Pap = (typeof paps)[number]
