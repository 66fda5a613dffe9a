/** An announcement being written: the text at the left, how each constituent will get it at the right, one way out below. */
import { Megaphone } from 'lucide-react'
import { messageLanguages } from '../../../shared/domain/exchange/template.ts'
import { bulletinKinds, type BulletinView } from '../../../shared/ipc/exchange-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { bulletinFormOf, dropBulletin, saveBulletin, type BulletinForm } from '../../state/bulletins.ts'
import { go } from '../../state/route.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormLine } from '../../ui/form-line.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { sentence, t } from '../../ui/t.ts'
import { TlpChoices } from '../../ui/tlp-choices.tsx'
import { UnlockKeyDialog } from '../../ui/unlock-key-dialog.tsx'
import { useSavedForm, type SavedForm } from '../../ui/use-saved-form.ts'
import { DraftDeliveries } from './draft-deliveries.tsx'
import { ToLines } from './to-lines.tsx'
import { useBulletinRelease } from './use-bulletin-release.ts'

const toList = (): void => go({ page: 'bulletins', params: {} })

export function BulletinDraft({ view }: { readonly view: BulletinView }) {
  const { id } = view.bulletin
  const typing = useSavedForm<BulletinForm>(
    bulletinFormOf(view),
    async (form) => told(await saveBulletin(id, form)) !== null,
  )
  const { form, edit, save } = typing
  const releasing = useBulletinRelease(view.bulletin, save)
  const waits = waitsFor(view, form)
  return (
    <div className="page bulletin">
      <Head view={view} typing={typing} />
      <div className="bulletin-columns">
        <section className="bulletin-write" aria-label={t('bulletin.new-title')}>
          <Fields typing={typing} />
        </section>
        <DraftDeliveries
          view={view}
          onRemove={(card) => edit({ to: form.to.filter((one) => one !== card) })}
          older={typing.state !== 'saved'}
        />
      </div>
      <Foot
        waits={waits}
        busy={releasing.busy}
        onRelease={() => void releasing.release()}
        onKeep={() => void keep(typing)}
      />
      {releasing.locked === null ? null : (
        <UnlockKeyDialog
          fingerprint={releasing.locked}
          why={t('bulletin.unlock-why')}
          go={t('unlock-key.go')}
          onUnlock={releasing.unlock}
          onClose={releasing.giveUp}
        />
      )}
    </div>
  )
}

/** What core says stands in the way, but by what is on the screen: it may be newer. */
function waitsFor({ stops }: BulletinView, form: BulletinForm): string | null {
  if (form.title.trim() === '') return t('bulletin.waits-title')
  if (form.text.trim() === '') return t('bulletin.waits-text')
  if (form.to.length === 0) return t('bulletin.waits-nobody')
  const other = stops.find(({ code }) => !ours.includes(code))
  return other === undefined ? null : t('bulletin.waits', { what: sentence(other) })
}

const ours: readonly string[] = ['bulletin-no-title', 'bulletin-no-text', 'bulletin-nobody']

function Head({ view, typing }: { readonly view: BulletinView; readonly typing: SavedForm<BulletinForm> }) {
  const { savedAt, case: number } = view.bulletin
  const words = {
    saved: t('bulletin.on-disk', { at: `${savedAt.slice(11, 19)}Z` }),
    saving: t('compose.saving'),
    unsaved: t('compose.unsaved'),
  }
  return (
    <PageHead
      title={t('bulletin.new-title')}
      sentence={
        <>
          {number === null ? null : <span className="mono">{number} </span>}
          {t('bulletin.number-later')}
        </>
      }
      actions={
        <>
          <span className="dim" role="status">
            {words[typing.state]}
          </span>
          <Button look="quiet" onPress={() => void drop(view.bulletin.id, typing)}>
            {t('bulletin.drop')}
          </Button>
        </>
      }
    />
  )
}

function Fields({ typing: { form, edit } }: { readonly typing: SavedForm<BulletinForm> }) {
  return (
    <>
      <FormLine label={t('bulletin.kind')} keys="Alt+K" id="bulletin-kind">
        <Choices
          label={t('bulletin.kind')}
          hideLabel
          look="segments"
          value={form.kind}
          choices={bulletinKinds.map((value) => ({ value, label: t(`bulletin.kind.${value}`) }))}
          onChange={(kind) => edit({ kind })}
        />
      </FormLine>
      <FormLine label={t('bulletin.title')} keys="Alt+J" id="bulletin-title">
        <input
          className="input input-bare grow"
          aria-label={t('bulletin.title')}
          value={form.title}
          autoComplete="off"
          autoFocus={form.title === ''}
          onChange={({ currentTarget }) => edit({ title: currentTarget.value.slice(0, 900) })}
        />
      </FormLine>
      <FormLine label={t('bulletin.marking')} keys="Alt+M" id="bulletin-marking" tlp>
        <TlpChoices label={t('bulletin.marking')} hideLabel value={form.tlp} onChange={(tlp) => edit({ tlp })} />
      </FormLine>
      <FormLine label={t('bulletin.language')} keys="Alt+L" id="bulletin-language">
        <Choices
          label={t('bulletin.language')}
          hideLabel
          look="segments"
          value={form.language}
          choices={messageLanguages.map((value) => ({ value, label: t(`bulletin.language.${value}`) }))}
          onChange={(language) => edit({ language })}
        />
      </FormLine>
      <ToLines to={form.to} onChange={(to) => edit({ to })} />
      <div className="form-text">
        <TextArea
          label={t('bulletin.text')}
          placeholder={t('bulletin.text-hint')}
          rows={12}
          value={form.text}
          onChange={(text) => edit({ text })}
        />
      </div>
    </>
  )
}

interface FootProps {
  readonly waits: string | null
  readonly busy: boolean
  readonly onRelease: () => void
  readonly onKeep: () => void
}

function Foot({ waits, busy, onRelease, onKeep }: FootProps) {
  const disabled = waits !== null || busy
  useKeys('here', [
    { keys: 'Ctrl+Enter', label: t('bulletin.release'), run: onRelease, disabled, hint: true },
    { keys: 'Ctrl+S', label: t('bulletin.keep'), run: onKeep, hint: true },
    { keys: 'Escape', label: t('bulletin.back'), run: toList, hint: true },
  ])
  return (
    <footer className="bulletin-foot">
      <Button look="filled" kbd="Ctrl+Enter" disabled={disabled} onPress={onRelease}>
        <Megaphone aria-hidden />
        {t('bulletin.release')}
      </Button>
      <p className="grow" role="status">
        {busy ? t('bulletin.releasing') : (waits ?? <span className="dim">{t('bulletin.release-why')}</span>)}
      </p>
      <Button kbd="Ctrl+S" onPress={onKeep}>
        {t('bulletin.keep')}
      </Button>
    </footer>
  )
}

async function keep(typing: SavedForm<BulletinForm>): Promise<void> {
  if (await typing.save()) showDone(saying('bulletin.kept'))
}

async function drop(id: string, typing: SavedForm<BulletinForm>): Promise<void> {
  typing.forget()
  const answer = await dropBulletin(id)
  if (!answer.ok) return showProblem(answer.problem)
  showDone(saying('bulletin.dropped'))
  toList()
}
