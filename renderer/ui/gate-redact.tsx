/** Picks what leaves under another name, by item or by kind, and shows the result: what one hides here is hidden everywhere. */
import { useState } from 'react'
import { hiddenKinds, type Hidden, type HiddenKind } from '../../shared/domain/redaction/redaction.ts'
import { ActionButton, Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { Sheet } from './dialog.tsx'
import { TextField } from './field.tsx'
import { t } from './t.ts'
import './gate.css'

export interface RedactProps {
  /** What is hidden, and what could be. */
  readonly redacted: readonly Hidden[]
  readonly offered: readonly Hidden[]
  /** As it is set: items, or `kind:host` for all of a kind. */
  readonly hide: readonly string[]
  readonly onRedact: (hide: readonly string[]) => void
  /** The text as it would leave. */
  readonly result: string
}

export function RedactSheet(props: RedactProps & { readonly onClose: () => void }) {
  const { redacted, offered, hide, onRedact, result, onClose } = props
  const all = [...redacted, ...offered.filter((one) => !redacted.some(({ as }) => as === one.as))]
  return (
    <Sheet
      title={t('uigate.redact')}
      sentence={t('uigate.redact-sentence')}
      onClose={onClose}
      foot={
        <>
          <span className="grow" />
          <Button disabled={hide.length === 0} onPress={() => onRedact([])}>
            {t('uigate.redact-none')}
          </Button>
          <ActionButton keys="Ctrl+Enter" look="filled" label={t('uigate.redact-done')} onAct={onClose} />
        </>
      }
    >
      <div className="stack">
        {hiddenKinds.map((kind) => (
          <Kind key={kind} kind={kind} items={all.filter((one) => one.kind === kind)} hide={hide} onRedact={onRedact} />
        ))}
        <OwnChoice onAdd={(item) => onRedact([...hide, item])} />
        <section className="gate-result" aria-label={t('uigate.redact-result')}>
          <h3>{t('uigate.redact-result')}</h3>
          <pre tabIndex={0}>{result}</pre>
        </section>
      </div>
    </Sheet>
  )
}

interface KindProps extends Pick<RedactProps, 'hide' | 'onRedact'> {
  readonly kind: HiddenKind
  readonly items: readonly Hidden[]
}

const most = 200

function Kind({ kind, items, hide, onRedact }: KindProps) {
  if (items.length === 0) return null
  const all = `kind:${kind}`
  const isAll = hide.includes(all)
  const own = new Set(items.map(({ item }) => item))
  const set = (entry: string, on: boolean): void =>
    onRedact(on ? [...hide, entry] : hide.filter((one) => one !== entry))
  return (
    <fieldset className="gate-kind">
      <legend className="visually-hidden">{t(`uigate.kind.${kind}`)}</legend>
      <Checkbox
        checked={isAll}
        onChange={(on) => onRedact([...hide.filter((one) => one !== all && !own.has(one)), ...(on ? [all] : [])])}
      >
        {t('uigate.kind-all', { n: items.length, kind: t(`uigate.kind.${kind}`) })}
      </Checkbox>
      <ul>
        {items.slice(0, most).map(({ item, as }) => (
          <li key={item}>
            <Checkbox checked={isAll || hide.includes(item)} disabled={isAll} onChange={(on) => set(item, on)}>
              <span className="mono gate-item">{item}</span> <span className="dim">→ {as}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function OwnChoice({ onAdd }: { readonly onAdd: (item: string) => void }) {
  const [item, setItem] = useState('')
  const add = (): void => {
    onAdd(item.trim())
    setItem('')
  }
  return (
    <div className="gate-own">
      <TextField label={t('uigate.redact-own')} value={item} onChange={setItem} />
      <Button disabled={item.trim().length < 2} onPress={add}>
        {t('uigate.redact-add')}
      </Button>
    </div>
  )
}
