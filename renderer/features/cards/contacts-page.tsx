/** The contacts: everybody on file, found as one types, with who is there now, what their key can do and how old it all is. */
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cardRoles, type CardRole } from '../../../shared/domain/card/fields.ts'
import { lookAtCards, selectCard, useCardFilter, useCardList, type CardListState } from '../../state/card-list.ts'
import { go } from '../../state/route.ts'
import { usePageSearch } from '../../state/search.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useListWindow } from '../../ui/list-window.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatCount } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { ContactList, contactSizes } from './contact-list.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useListKeys } from './use-list-keys.ts'
import './cards.css'
import './contacts.css'
import './dialogs.css'

type Asking = 'import' | 'create' | null

export function ContactsPage() {
  const list = useCardList()
  const [role, setRole] = useState<CardRole | null>(list.role)
  const search = usePageSearch(t('contacts.search')).trim()
  useCardFilter(search, role)
  const found = list.found ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  const view = useListWindow(scroller, found, contactSizes)
  const { first, count } = view
  useEffect(() => lookAtCards(first, first + Math.max(count, 30)), [first, count])
  const [asking, setAsking] = useState<Asking>(null)
  const open = (at: number): void => {
    const row = list.rows.get(Math.max(0, at))
    if (row === undefined) return
    selectCard(Math.max(0, at))
    go({ page: 'card', params: { id: row.id } })
  }
  useListKeys({ selected: list.selected, total: found, view, select: selectCard, open })
  useKeys('here', [{ keys: 'f', label: t('page.search'), run: focusSearch, hint: true }])
  const close = (): void => setAsking(null)
  return (
    <div className="page contacts">
      <PageHead
        title={t('contacts.title')}
        sentence={sentenceOf(list)}
        actions={
          <>
            <ActionButton keys="n" hint label={t('contacts.import')} onAct={() => setAsking('import')} />
            <ActionButton
              keys="N"
              hint
              look="quiet"
              icon={<Plus aria-hidden />}
              label={t('contacts.create')}
              onAct={() => setAsking('create')}
            />
          </>
        }
      />
      <div className="contact-chips">
        <Chips
          label={t('contacts.roles')}
          chips={[
            { id: 'all', label: t('contacts.role-all') },
            ...cardRoles.map((id) => ({ id, label: t(`role.${id}`) })),
          ]}
          selected={role ?? 'all'}
          onSelect={(chosen) => setRole(chosen === 'all' ? null : chosen)}
        />
      </div>
      {list.problem === null ? null : <ProblemNote problem={list.problem} />}
      {list.found === 0 ? (
        <Nobody total={list.total} onImport={() => setAsking('import')} />
      ) : (
        <ContactList scroller={scroller} list={list} view={view} onOpen={open} />
      )}
      {asking === 'import' ? <ImportDialog onClose={close} /> : null}
      {asking === 'create' ? <CreateDialog onClose={close} /> : null}
    </div>
  )
}

function Nobody({ total, onImport }: { readonly total: number; readonly onImport: () => void }) {
  if (total > 0) return <Empty kind="filtered" title={t('contacts.filtered', { n: total })} />
  return (
    <Empty
      kind="none"
      title={t('contacts.empty')}
      action={<Button onPress={onImport}>{t('contacts.import')}</Button>}
    />
  )
}

function sentenceOf({ found, total }: CardListState): string {
  if (found === null) return t('page.loading')
  const n = formatCount(total)
  return found === total
    ? t('contacts.sentence', { n: total === 1 ? 1 : n })
    : t('contacts.sentence-some', { found: formatCount(found), n: total === 1 ? 1 : n })
}

function focusSearch(): void {
  const box = document.querySelector('header input[type=search]')
  if (box instanceof HTMLInputElement) box.select()
}
