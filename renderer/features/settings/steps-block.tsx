/** Which steps new cases take: analysis inside the others, or a step of its own (Z-19). */
import { client } from '../../bridge/client.ts'
import { me } from '../../state/me.ts'
import { told } from '../../state/toasts.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'

export function StepsBlock() {
  const { value } = me.use()
  if (value === null) return null
  const set = async (analysis: boolean): Promise<void> => {
    const answer = told(await client['me.steps']({ analysis }))
    if (answer !== null) me.take(answer)
  }
  return (
    <Block title={t('steps.title')} why={t('steps.why')}>
      <Checkbox checked={value.analysis} onChange={(on) => void set(on)} detail={t('steps.analysis-why')}>
        {t('steps.analysis')}
      </Checkbox>
    </Block>
  )
}
