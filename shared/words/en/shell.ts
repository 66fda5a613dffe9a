/** What the shell says by itself: only notifications, and never a word about a case. */
export const shellWords = {
  'bell-title': 'Signet',
  'bell-due': '{count|One deadline is|# deadlines are} due now. Open Signet to see which.',
} as const
