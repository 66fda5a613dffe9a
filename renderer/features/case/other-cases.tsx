/** Cases that this one is linked to, and those that hold the same observables. */
import { defang } from '../../../shared/domain/observable/refang.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { LinkDialog, unlink } from './link-dialogs.tsx'

export function OtherCases() {
  const { open, closed } = useCaseDesk()
  return (
    <>
      <Section
        title={t('casework.linked')}
        aside={
          <Button look="link" kbd="r" onPress={() => open(LinkDialog)}>
            {t('casework.link')}
          </Button>
        }
      >
        <Linked fixed={closed} />
      </Section>
      <Section title={t('casepage.seen')}>
        <Seen />
      </Section>
    </>
  )
}

function Linked({ fixed }: { readonly fixed: boolean }) {
  const { linked, state } = useCaseDesk().view
  if (linked.length === 0) return <p className="dim">{t('casework.linked-none')}</p>
  return (
    <ul className="seen">
      {linked.map((link) => (
        <li key={`${link.relation} ${link.to}`} className="row">
          <button
            type="button"
            className="seen-case"
            disabled={link.title === null}
            onClick={() => go({ page: 'case', params: { number: link.to } })}
          >
            <span className="dim">
              {t(`relation.${link.relation}`)}
              {link.phase === null ? '' : `, ${t(`phase.${link.phase}`)}`}
            </span>
            <span className="row">
              <span className="mono">{link.to}</span>
              <span className="cut">{link.title ?? t('casework.link-not-here')}</span>
            </span>
          </button>
          {fixed ? null : (
            <Button look="quiet" onPress={() => void unlink(state.number, link)}>
              {t('casework.unlink')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Seen() {
  const { view, open } = useCaseDesk()
  const { seenElsewhere, state } = view
  if (seenElsewhere.length === 0) return <p className="dim">{t('casepage.seen-none')}</p>
  const isLinked = (number: string): boolean => state.links.some(({ to }) => to === number)
  return (
    <ul className="seen">
      {seenElsewhere.slice(0, 8).map(({ number, title, value }) => (
        <li key={`${number}${value}`} className="row">
          <button type="button" className="seen-case" onClick={() => go({ page: 'case', params: { number } })}>
            <span className="row">
              <span className="mono">{number}</span> <span className="cut">{title}</span>
            </span>
            <span className="mono dim">
              {defang(state.observables.find((one) => one.value === value) ?? { type: 'other', value })}
            </span>
          </button>
          {isLinked(number) ? null : (
            <Button look="quiet" onPress={() => open((props) => <LinkDialog {...props} to={number} />)}>
              {t('casework.link')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
