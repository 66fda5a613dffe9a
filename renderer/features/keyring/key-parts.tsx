/** The parts of a key: primary and subkeys, what each may do, of which kind, and until when. */
import type { KeyPart } from '../../../shared/ipc/key-views.ts'
import { Section } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'

const day = (at: string): string => at.slice(0, 10)

export function KeyParts({ parts }: { readonly parts: readonly KeyPart[] }) {
  return (
    <Section title={t('key.parts')}>
      <table className="key-parts">
        <thead>
          <tr>
            <th scope="col">{t('key.part-use')}</th>
            <th scope="col">{t('key.part-kind')}</th>
            <th scope="col">{t('key.made')}</th>
            <th scope="col">{t('key.ends')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.fingerprint} className={part.state === 'usable' ? '' : 'dim'} title={part.fingerprint}>
              <td>{part.uses.map((use) => t(`key.use.${use}`)).join(', ')}</td>
              <td className="mono">{part.algorithm}</td>
              <td className="mono">{day(part.created)}</td>
              <td className="mono">{endOf(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function endOf({ state, expires }: KeyPart): string {
  if (state === 'revoked' || state === 'invalid') return t(`key.part.${state}`)
  return expires === null ? t('key.no-end') : day(expires)
}
