/** What kinds of information the case holds, who has permitted what to whom, and how long it is kept. */
import type { Permission } from '../../../shared/domain/case/case.ts'
import { recipientClasses } from '../../../shared/domain/disclosure/classes.ts'
import { cardLists } from '../../state/cards.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/now.ts'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { useCaseDesk } from './case-desk.ts'
import { Panel } from './panel.tsx'
import { PermitDialog, WithdrawDialog } from './permission-dialogs.tsx'
import { SetDialog } from './set-dialog.tsx'

export function InformationBox() {
  const { view, open, closed } = useCaseDesk()
  const { classes, keepUntil, permissions } = view.state
  const set = (field: 'classes' | 'keepUntil') => (): void => open((props) => <SetDialog {...props} field={field} />)
  return (
    <Panel
      title={t('casework.information')}
      note={t('casework.permissions-count', { n: permissions.length })}
      aside={
        <Button look="quiet" kbd="m" disabled={closed} onPress={() => open(PermitDialog)}>
          {t('casework.permit')}
        </Button>
      }
    >
      <ul className="details">
        <li>
          <button type="button" data-row disabled={closed} onClick={set('classes')}>
            <span className="dim">{t('field.classes')}</span>
            <span>
              {classes.length === 0
                ? t('casework.classes-none')
                : classes.map((one) => t(`info-class.${one}`)).join(', ')}
            </span>
            <kbd className="kbd">H</kbd>
          </button>
        </li>
        <li>
          <button type="button" data-row disabled={closed} onClick={set('keepUntil')}>
            <span className="dim">{t('field.keepUntil')}</span>
            <span>{keepUntil ?? t('casework.keep-rule')}</span>
          </button>
        </li>
      </ul>
      {permissions.map((permission) => (
        <PermissionLine key={permission.id} permission={permission} />
      ))}
    </Panel>
  )
}

function PermissionLine({ permission }: { readonly permission: Permission }) {
  const { open } = useCaseDesk()
  const { id, party, classes, to, until, how, at, by } = permission
  const cards = cardLists.use('').value ?? []
  const now = useNow()
  const lapsed = until !== null && Date.parse(until) < now
  const nameOf = (one: string): string => {
    const known = recipientClasses.find((each) => each === one)
    return known === undefined ? (cards.find((card) => card.id === one)?.name ?? one) : t(`recipient-class.${known}`)
  }
  return (
    <div className="permission">
      <p className="grow">
        <strong>{party}</strong>{' '}
        {t('casework.permits', { classes: classes.map((one) => t(`info-class.${one}`)).join(', ') })}{' '}
        {to.map(nameOf).join(', ')}
        <small>
          {how}, {by} {formatTime(at, 'day')}
          {until === null ? '' : `, ${t('casework.until', { at: formatTime(until, 'day-time') })}`}
        </small>
      </p>
      {lapsed ? <Tag tone="soon">{t('casework.lapsed')}</Tag> : null}
      <Button look="quiet" onPress={() => open((props) => <WithdrawDialog {...props} permission={id} />)}>
        {t('casework.withdraw')}
      </Button>
    </div>
  )
}
