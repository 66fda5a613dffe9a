/** After a split: where the rest of the recipients went, and the way there. */
import { drafts, useSplitOff } from '../../state/drafts.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'

export function SplitStrip({ draft }: { readonly draft: string }) {
  const others = useSplitOff(draft)
  if (others.length === 0) return null
  return (
    <p className="split-strip">
      {t('compose.split-other', { n: others.length })}
      {others.map((id) => (
        <Button key={id} look="link" onPress={() => go({ page: 'composer', params: { draft: id } })}>
          <SplitWords draft={id} />
        </Button>
      ))}
    </p>
  )
}

function SplitWords({ draft }: { readonly draft: string }) {
  return <>{t('compose.split-open', { to: useNames(draft) })}</>
}

/** The names of a draft's recipients. */
export const useNames = (draft: string): string =>
  drafts
    .use(draft)
    .value?.recipients.map(({ name }) => name)
    .join(', ') ?? '…'
