/** All keys that work on the page from which it was opened. */
import type { Binding } from '../ui/keys/registry.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { t } from '../ui/t.ts'
import { places } from './places.ts'

const everywhere: readonly string[] = [
  ...places.map(({ keys }) => keys),
  '?',
  '/',
  'Alt+ArrowLeft',
  'Ctrl+Z',
  'Ctrl+L',
  'Ctrl+K',
  'F6',
]

export function KeySheet({ keys, onClose }: { readonly keys: readonly Binding[]; readonly onClose: () => void }) {
  const isGlobal = (binding: Binding): boolean => everywhere.includes(binding.keys)
  return (
    <Dialog
      title={t('keys.title')}
      sentence={t('keys.sentence')}
      wide
      onClose={onClose}
      foot={
        <Button kbd="Escape" onPress={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <div className="key-sheet">
        <KeyList title={t('keys.here')} bindings={keys.filter((binding) => !isGlobal(binding))} />
        <KeyList title={t('keys.everywhere')} bindings={keys.filter(isGlobal)} />
      </div>
    </Dialog>
  )
}

function KeyList({ title, bindings }: { readonly title: string; readonly bindings: readonly Binding[] }) {
  return (
    <section className="section">
      <h3>{title}</h3>
      <dl className="key-list">
        {bindings.map(({ keys, label }) => [
          <dt key={`${keys}-key`}>
            <Kbd keys={keys} />
          </dt>,
          <dd key={keys}>{label}</dd>,
        ])}
      </dl>
    </section>
  )
}
