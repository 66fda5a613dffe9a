/** An instant as a report writes it: "2026-11-20 07:15:00Z", with milliseconds only where there are any. */
export const utcText = (iso: string): string => iso.replace('T', ' ').replace('.000Z', 'Z')
