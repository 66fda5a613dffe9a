/** Chapter 1 of our own description: which version this is, who is told of the next, where it is found and how it is checked. */
import { word } from '../../../words/say.ts'
import type { Block, Part } from './layout.ts'
import type { OwnDocument } from './own-facts.ts'
import type { WritableCard } from './writable-card.ts'

const values = (all: readonly string[]): readonly Block[] => all.map((value) => ({ value }))

function notices({ emails }: WritableCard): readonly Block[] {
  const lists = emails.filter(({ purposes }) => purposes.includes('updates')).map(({ address }) => address)
  if (lists.length === 0) return [{ paragraph: word('en', 'own-no-list') }]
  return [{ paragraph: word('en', 'own-list') }, ...values(lists)]
}

export function documentParts(
  card: WritableCard,
  { date, version, urls, signatureUrls = [] }: OwnDocument,
): readonly Part[] {
  return [
    { number: '1', title: 'Document Information', body: [] },
    {
      number: '1.1',
      title: 'Date of Last Update',
      body: [{ paragraph: word('en', 'own-version', { version, date }) }],
    },
    { number: '1.2', title: 'Distribution List for Notifications', body: notices(card) },
    {
      number: '1.3',
      title: 'Locations where this Document May Be Found',
      body:
        urls.length > 0
          ? [{ paragraph: word('en', 'own-found-at') }, ...values(urls)]
          : [{ paragraph: word('en', 'own-sent-on-request') }],
    },
    {
      number: '1.4',
      title: 'Authenticating this Document',
      body:
        signatureUrls.length > 0
          ? [{ paragraph: word('en', 'own-signature-at') }, ...values(signatureUrls)]
          : [{ paragraph: word('en', 'own-confirmed-by-call') }],
    },
  ]
}
