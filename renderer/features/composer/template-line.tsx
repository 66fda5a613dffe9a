/** Template and language: core fills subject and text from the case; what stood there can be had back. */
import { useRef } from 'react'
import { messageLanguages, templateNames, type MessageLanguage } from '../../../shared/domain/exchange/template.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { fillDraft, formOf, type DraftForm } from '../../state/drafts.ts'
import { showDone, told } from '../../state/toasts.ts'
import { FormLine } from '../../ui/form-line.tsx'
import { t } from '../../ui/t.ts'
import type { SavedForm } from '../../ui/use-saved-form.ts'

interface Props {
  readonly view: DraftView
  readonly typing: SavedForm<DraftForm>
}

export function TemplateLine({ view, typing }: Props) {
  const { form, edit, save, take } = typing
  const { id } = view.draft
  const { filled } = view
  /** As the template left it: then another language may fill it again without a loss. */
  const untouched = useRef<string | null>(null)
  const fill = async (chosen: string, language: MessageLanguage): Promise<void> => {
    const template = templateNames.find((name) => name === chosen)
    if (template === undefined || !(await save())) return
    const before = { subject: form.subject, text: form.text, language: form.language }
    const done = told(await fillDraft({ id, template, language }))
    if (done === null) return
    take(formOf(done))
    const lost = before.text.trim() !== '' && before.text !== untouched.current
    untouched.current = done.draft.text
    if (lost) showDone(saying('compose.template-replace'), () => edit(before))
  }
  const speak = (chosen: string): void => {
    const language = messageLanguages.find((one) => one === chosen)
    if (language === undefined) return
    if (filled !== null && form.text === untouched.current) void fill(filled.template, language)
    else edit({ language })
  }
  return (
    <FormLine label={t('compose.template')} keys="Alt+T" hint id="compose-template">
      <select
        className="input compose-select"
        aria-label={t('compose.template')}
        value={filled?.template ?? ''}
        onChange={({ target }) => void fill(target.value, form.language)}
      >
        <option value="">{t('compose.template-none')}</option>
        {templateNames.map((name) => (
          <option key={name} value={name}>
            {t(`compose.template-${name}`)}
          </option>
        ))}
      </select>
      <select
        className="input compose-language"
        aria-label={t('compose.language')}
        value={form.language}
        onChange={({ target }) => speak(target.value)}
      >
        {messageLanguages.map((one) => (
          <option key={one} value={one}>
            {t(`compose.language.${one}`)}
          </option>
        ))}
      </select>
      {filled === null ? null : (
        <span className={filled.done < filled.of ? 'soon' : 'dim'}>
          {t('compose.filled', { done: filled.done, of: filled.of })}
        </span>
      )}
    </FormLine>
  )
}
