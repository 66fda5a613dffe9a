/** Every order that was in force: who put it there, when, and why. */
import type { PolicyView } from '../../../shared/ipc/case-views.ts'
import { Person, Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'

export function VersionsTab({ view }: { readonly view: PolicyView }) {
  return (
    <table className="policy-versions">
      <thead>
        <tr>
          <th scope="col">{t('policy.version')}</th>
          <th scope="col">{t('policy.version-when')}</th>
          <th scope="col">{t('policy.version-who')}</th>
          <th scope="col">{t('policy.version-name')}</th>
          <th scope="col">{t('policy.version-why')}</th>
        </tr>
      </thead>
      <tbody>
        {view.history.map(({ version, at, code, reason, name }) => (
          <tr key={version}>
            <td>
              <span className="row">
                <span className="mono">{version}</span>
                {version === view.version.version ? <Tag>{t('policy.version-now')}</Tag> : null}
              </span>
            </td>
            <td>{at === null ? t('policy.version-shipped') : <Time at={at} form="iso" />}</td>
            <td>{code === null ? '–' : <Person code={code} />}</td>
            <td>{name}</td>
            <td className="policy-why">{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
