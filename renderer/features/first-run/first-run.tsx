/** The first run: from an empty machine to a vault with a person, a passphrase on paper, keys and contacts, in four steps. */
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { desk } from '../../state/desk.ts'
import { endSetup, startSetup } from '../../state/setup.ts'
import { t } from '../../ui/t.ts'
import { CardsStep } from './cards-step.tsx'
import { KeysStep } from './keys-step.tsx'
import { OpenExisting } from './open-existing.tsx'
import { PassphraseStep } from './passphrase-step.tsx'
import { RestoreBackup } from './restore-backup.tsx'
import { Steps, type Step } from './steps.tsx'
import { Welcome } from './welcome.tsx'
import { firstWish, type Wish } from './wish.ts'
import { YouStep } from './you-step.tsx'

type Place = 'welcome' | 'open' | 'restore' | Step

export function FirstRun() {
  const { value } = desk.use()
  const trialOnly = value?.trialOnly ?? false
  const [place, setPlace] = useState<Place>('welcome')
  const [wish, setWish] = useState<Wish>(() => firstWish(trialOnly))
  const begin = (): void => {
    startSetup()
    setPlace('you')
  }
  const toStart = (): void => setPlace('welcome')
  return (
    <div className="setup">
      <main className="setup-box">
        <header className="setup-name">
          <ShieldCheck aria-hidden />
          <h1>{t('ui.name')}</h1>
          <span className="dim">{t('setup.quiet')}</span>
        </header>
        {place === 'welcome' ? (
          <Welcome
            onNew={begin}
            onOpen={() => setPlace('open')}
            onRestore={() => setPlace('restore')}
            onBack={value?.phase === 'locked' ? endSetup : null}
          />
        ) : null}
        {place === 'open' ? <OpenExisting onBack={toStart} /> : null}
        {place === 'restore' ? <RestoreBackup onBack={toStart} /> : null}
        {place === 'you' || place === 'passphrase' || place === 'keys' || place === 'cards' ? (
          <>
            <Steps now={place} />
            {place === 'you' ? (
              <YouStep
                wish={wish}
                trialOnly={trialOnly}
                onChange={setWish}
                onBack={toStart}
                onNext={() => setPlace('passphrase')}
              />
            ) : null}
            {place === 'passphrase' ? (
              <PassphraseStep wish={wish} onBack={() => setPlace('you')} onNext={() => setPlace('keys')} />
            ) : null}
            {place === 'keys' ? <KeysStep onNext={() => setPlace('cards')} /> : null}
            {place === 'cards' ? <CardsStep onFinish={endSetup} /> : null}
          </>
        ) : null}
      </main>
    </div>
  )
}
