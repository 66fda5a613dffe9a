/** What the message holds, by class: a person sets it, Signet proposes with a reason, and the gate judges by what is set. */
import { infoClasses } from '../../../shared/domain/disclosure/classes.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import type { DraftForm } from '../../state/drafts.ts'
import { openCases } from '../../state/open-case.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormLine } from '../../ui/form-line.tsx'
import { sentence, t } from '../../ui/t.ts'
import type { SavedForm } from '../../ui/use-saved-form.ts'

interface Props {
  readonly view: DraftView
  readonly typing: SavedForm<DraftForm>
}

export function ClassesLine({ view, typing: { form, edit } }: Props) {
  const proposed = view.classesProposed.filter((one) => !form.classes.includes(one.class))
  const ofCase = openCases.use(view.draft.case).value?.state.classes ?? []
  const set = (classes: readonly string[]): void =>
    edit({ classes: infoClasses.filter((one) => classes.includes(one)) })
  return (
    <>
      <FormLine label={t('uigate.classes')} keys="Alt+L" id="compose-classes">
        <div className="compose-classes">
          {infoClasses.map((one) => (
            <Checkbox
              key={one}
              checked={form.classes.includes(one)}
              onChange={(on) => set(on ? [...form.classes, one] : form.classes.filter((other) => other !== one))}
            >
              {t(`uigate.class.${one}`)}
            </Checkbox>
          ))}
        </div>
      </FormLine>
      {proposed.length === 0 && form.classes.length > 0 ? null : (
        <div className="compose-proposed">
          <p className="grow dim">
            {proposed.length === 0
              ? t(ofCase.length > 0 ? 'uigate.classes-case' : 'uigate.classes-none')
              : proposed
                  .map((one) =>
                    t('uigate.class-proposed', {
                      name: t(`uigate.class.${one.class}`),
                      because: sentence(one.because),
                    }),
                  )
                  .join('; ')}
          </p>
          {proposed.length === 0 ? null : (
            <ActionButton
              keys="Alt+H"
              look="quiet"
              label={t('uigate.take-proposed')}
              onAct={() => set([...form.classes, ...proposed.map((one) => one.class)])}
            />
          )}
        </div>
      )}
    </>
  )
}
