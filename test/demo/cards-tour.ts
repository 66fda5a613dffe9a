/** The pictures of the contact cards: how a team is reached, who is responsible, a newer document, and what lapses soon. */
import { expect } from '@playwright/test'
import { call } from '../e2e/bridge-calls.ts'
import { ask, dayFromNow, given, openCard, patience, saturday, scratch, visit } from '../e2e/cards-walk.ts'
import type { LaunchedDesk } from '../e2e/launch-desk.ts'
import { press } from '../e2e/walk.ts'
import { fernhillKey, firstEdition, secondEdition } from './fernhill.ts'

export async function tourCards(desk: LaunchedDesk, shot: (name: string) => Promise<void>): Promise<void> {
  const page = desk.page()
  const files = scratch()
  try {
    const newer = files.write('fernhill-2.0.txt', secondEdition(await fernhillKey(1, 700)))
    const { id } = await given(page, files.write('fernhill-1.0.txt', firstEdition(await fernhillKey(300, 20))))
    const check = { card: id, method: 'call-back', who: 'the duty officer', channel: '+44 20 7946 0150' } as const
    await call(page, 'check.add', { ...check, note: '', lapses: dayFromNow(5) })

    await openCard(page, 'P3-CERT')
    await ask(page, { at: saturday, urgent: true })
    await press(page, 'r')
    await expect(page.getByRole('region', { name: 'Not for this' })).toBeVisible()
    await shot('card')

    await visit(page, 'Directory', 'Who is responsible?')
    const pasted = ['198[.]51[.]100[.]7', 'hxxps://login[.]fernhill[.]example/a', '203[.]0[.]113[.]77', '300.1.1.1']
    await page.getByLabel('Pasted').fill(pasted.join('\n'))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'By whom to contact' })).toContainText(
      'cert@fernhill.example',
      patience,
    )
    await shot('directory')

    await openCard(page, 'Fernhill-CERT')
    await desk.answerDialog([newer])
    await press(page, 'u')
    await expect(page.getByRole('region', { name: 'The key has changed' })).toBeVisible(patience)
    await shot('card-newer-document')
    await press(page, 'Escape')

    await visit(page, 'Horizon', 'Horizon')
    await expect(page.getByText('Fernhill-CERT: key ends').first()).toBeVisible(patience)
    await shot('horizon')
  } finally {
    files.end()
  }
}
