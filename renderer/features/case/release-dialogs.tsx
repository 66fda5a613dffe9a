/** Ways out of a case: evidence as one archive, observables to the clipboard; each past the disclosure gate. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { recipientClasses } from '../../../shared/domain/disclosure/classes.ts'
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { saying } from '../../../shared/words/say.ts'
import { asKey, copyObservables, exportEvidence, verdicts } from '../../state/case-work.ts'
import { cardLists } from '../../state/cards.ts'
import { pick } from '../../state/desk.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import type { Override } from '../../ui/gate-override.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import type { LayerProps } from './case-desk.ts'
import { consentGiven, mayGo, noConsent } from './consent.ts'
import { ReleaseGate } from './release-gate.tsx'

interface Asking {
  readonly state: CaseState
  /** What would leave, as text. */
  readonly text: string
  /** The words of what is done. */
  readonly go: string
  readonly onGo: (given: Given) => Promise<void>
}

type Given = ReturnType<typeof consentGiven> & { readonly recipient: string }

/** Who is to get it, a card or a class of recipients, and what the gate says to that. */
function useRelease({ state, text, go, onGo }: Asking) {
  const cards = (cardLists.use('').value ?? []).filter(({ own }) => !own)
  const [to, setTo] = useState(anyOf('csirt'))
  const [consent, setConsent] = useState(noConsent)
  const ask = { number: state.number, to: [to], classes: state.classes, channel: 'form', tlp: state.tlp, text }
  const { value: verdict, problem } = verdicts.use(asKey(ask))
  const choices = [
    ...recipientClasses.map((one) => ({ value: anyOf(one), label: t(`recipient-class.${one}`) })),
    ...cards.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const run = (override: Override | null): Promise<void> => onGo({ recipient: to, ...consentGiven(consent, override) })
  const parts = (
    <>
      <Select label={t('casework.release-to')} value={to} choices={choices} onChange={setTo} />
      <ReleaseGate
        verdict={verdict}
        problem={problem}
        consent={consent}
        onChange={setConsent}
        go={go}
        onOverride={run}
      />
    </>
  )
  return { parts, ready: mayGo(verdict, consent), go: () => run(null) }
}

export function ExportEvidenceDialog({
  view: { state },
  onClose,
  blobs,
}: LayerProps & { readonly blobs: readonly string[] }) {
  const names = state.evidence.filter(({ blob }) => blobs.includes(blob)).map(({ name }) => name)
  const onGo = async (given: Given): Promise<void> => {
    const [to] = told(await pick('save', 'evidence-export', `${state.number}-evidence.tar`)) ?? []
    if (to === undefined) return
    const wish = { number: state.number, blobs: [...blobs], to: { grant: to.grant }, ...given }
    const done = told(await exportEvidence(wish))
    if (done === null) return
    showDone(saying('casework.exported', { file: done.file, sha256: done.sha256 }))
    onClose()
  }
  const release = useRelease({ state, text: names.join('\n'), go: t('casework.export'), onGo })
  return (
    <AskDialog
      title={t('casework.export-title', { n: blobs.length })}
      sentence={t('casework.export-why')}
      go={t('casepage.report-go')}
      ready={release.ready}
      onGo={release.go}
      onClose={onClose}
      wide
    >
      <p className="mono">{names.join(', ')}</p>
      {release.parts}
    </AskDialog>
  )
}

const shownLines = 8

/** `values` null: all of the case. */
export function CopyDialog({
  view: { state },
  onClose,
  values,
}: LayerProps & { readonly values: readonly string[] | null }) {
  const chosen = state.observables.filter(({ value }) => values === null || values.includes(value))
  const lines = chosen.map(defang)
  const onGo = async (given: Given): Promise<void> => {
    const wish = { number: state.number, values: chosen.map(({ value }) => value), ...given }
    const done = told(await copyObservables(wish))
    if (done === null) return
    showDone(saying('casework.copied', { n: done.copied }))
    onClose()
  }
  const release = useRelease({ state, text: lines.join('\n'), go: t('casework.copy-go'), onGo })
  return (
    <AskDialog
      title={t('casework.copy-title', { n: chosen.length })}
      sentence={t('casework.copy-why')}
      go={t('casework.copy-go')}
      ready={release.ready && chosen.length > 0}
      onGo={release.go}
      onClose={onClose}
      wide
    >
      <p className="mono copy-lines">
        {lines.slice(0, shownLines).join('\n')}
        {lines.length > shownLines ? '\n…' : ''}
      </p>
      {release.parts}
    </AskDialog>
  )
}
