/** One announcement: while it is a draft it is written here, afterwards here stands who has it. */
import { openBulletins } from '../../state/bulletins.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { BulletinDraft } from './bulletin-draft.tsx'
import { BulletinReleased } from './bulletin-released.tsx'
import './bulletins.css'

export function BulletinPage({ id }: { readonly id: string }) {
  const { value, problem } = openBulletins.use(id)
  if (value === null) {
    return problem === null ? <p className="pad dim">{t('page.loading')}</p> : <ProblemNote problem={problem} />
  }
  return value.bulletin.releasedAt === null ? (
    <BulletinDraft view={value} />
  ) : (
    <BulletinReleased bulletin={value.bulletin} />
  )
}
