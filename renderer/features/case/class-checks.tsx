/** Classes of information to tick: those of a case, of a permission. */
import { infoClasses, type InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly label: string
  readonly value: readonly InfoClass[]
  readonly onChange: (classes: readonly InfoClass[]) => void
}

export function ClassChecks({ label, value, onChange }: Props) {
  const toggle = (one: InfoClass, on: boolean): void =>
    onChange(infoClasses.filter((each) => (each === one ? on : value.includes(each))))
  return (
    <Field label={label}>
      <div className="check-columns">
        {infoClasses.map((one) => (
          <Checkbox key={one} checked={value.includes(one)} onChange={(on) => toggle(one, on)}>
            {t(`info-class.${one}`)}
          </Checkbox>
        ))}
      </div>
    </Field>
  )
}
