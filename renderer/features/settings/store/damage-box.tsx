/** What is damaged, in a fixed order: what, since when, what is safe, what is lost, what to do; never more than was checked. */
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../../ui/now.ts'
import { me } from '../../../state/me.ts'
import { backups, soundness } from '../../../state/store.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { sentence, t } from '../../../ui/t.ts'
import { formatTime } from '../../../ui/time-format.ts'
import { ago } from './ago.ts'

/** Everything that the opening and the checks have found, each once. */
export function useFindings() {
  const opening = me.use().value?.findings ?? []
  const { value: check } = soundness.use()
  const found = [...opening, ...(check?.parts.flatMap(({ findings }) => findings) ?? [])]
  return {
    check,
    findings: [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()],
  }
}

export function DamageBox({ onLook }: { readonly onLook: () => void }) {
  const { check, findings } = useFindings()
  const [shown, setShown] = useState(false)
  const { value: backup } = backups.use()
  const now = useNow()
  const [first] = findings
  if (first === undefined) return null
  const cases = check?.cases ?? []
  const last = backup?.last ?? null
  const since = check?.since ?? null
  return (
    <section className="store-damage" aria-label={t('store.damage')}>
      <CircleAlert aria-hidden />
      <div className="stack grow">
        <h2>{cases.length === 0 ? t('store.damage-some') : t('store.damage-cases', { n: cases.length })}</h2>
        <p>
          {since === null
            ? t('store.damage-when-unknown')
            : t('store.damage-since', { at: formatTime(since, 'day-time') })}{' '}
          {t('store.damage-safe')}{' '}
          {last === null
            ? t('store.damage-no-backup')
            : t('store.damage-backup', { at: formatTime(last.at, 'day-time'), ago: ago(last.at, now) })}
        </p>
        {cases.length === 0 ? null : <p className="mono">{cases.join('  ')}</p>}
        <div className="row">
          <ActionButton keys="o" look="filled" label={t('store.look')} onAct={onLook} hint />
          <ActionButton
            keys="l"
            label={shown ? t('store.hide-lost') : t('store.show-lost', { n: findings.length })}
            onAct={() => setShown(!shown)}
          />
          <span className="grow" />
          <code className="note-code">{first.code}</code>
        </div>
        {shown ? (
          <ul className="store-findings">
            {findings.map((finding) => (
              <li key={JSON.stringify(finding)}>{sentence(finding)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  )
}
