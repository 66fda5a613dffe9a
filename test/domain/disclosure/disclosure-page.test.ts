/** docs/disclosure.md says what the gate does: every cell, under every label, checked and not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withTables } from './disclosure-page.ts'

test('the page has the tables that the rule gives (npm run disclosure:page)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/disclosure.md'), 'utf8')
  expect(page).toBe(withTables(page))
})
