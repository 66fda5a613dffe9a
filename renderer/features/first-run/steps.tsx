/** The four steps as a line, and the box that each of them stands in. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../ui/t.ts'

const steps = ['you', 'passphrase', 'keys', 'cards'] as const
export type Step = (typeof steps)[number]

export function Steps({ now }: { readonly now: Step }) {
  const here = steps.indexOf(now)
  return (
    <ol className="setup-steps">
      {steps.map((step, at) => (
        <li
          key={step}
          className={at < here ? 'setup-step setup-step-done' : 'setup-step'}
          aria-current={at === here ? 'step' : undefined}
        >
          {at < here ? <Check aria-hidden /> : <span className="setup-number">{at + 1}</span>}
          {t(`setup.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

interface BoxProps {
  readonly title: string
  readonly sentence: string
  readonly children: ReactNode
  readonly side?: ReactNode
  readonly foot: ReactNode
}

export function StepBox({ title, sentence, children, side, foot }: BoxProps) {
  return (
    <section className="setup-panel">
      <div className="setup-main">
        <h2>{title}</h2>
        <p className="dim setup-sentence">{sentence}</p>
        <div className="setup-fields">{children}</div>
        <footer className="setup-foot">{foot}</footer>
      </div>
      {side === undefined ? null : <div className="setup-side">{side}</div>}
    </section>
  )
}
