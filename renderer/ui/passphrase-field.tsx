/** A passphrase: hidden until asked to be shown, with Caps Lock told while typing. */
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { TextField, type TextFieldProps } from './field.tsx'
import { t } from './t.ts'

export function PassphraseField(props: Omit<TextFieldProps, 'type' | 'end' | 'onCapsLock' | 'mono'>) {
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      mono={shown}
      aside={caps ? <span className="soon">{t('ui.caps-lock')}</span> : props.aside}
      onCapsLock={setCaps}
      end={
        <Button
          look="quiet"
          size="icon"
          label={shown ? t('ui.hide-passphrase') : t('ui.show-passphrase')}
          onPress={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </Button>
      }
    />
  )
}
