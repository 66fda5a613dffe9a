/** What axe finds on a page as it stands. Asked in the page itself and for faults only: a tenth of the time that a whole report takes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

declare const axe: { readonly run: (root: object, options: object) => Promise<Found> }
declare const document: object

/** @param tags rules with these tags only; all where it is missing. One line a fault, with the pieces of the page that have it. */
export async function axeFaults(page: Page, tags?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const { violations } = await page.evaluate(
    (only) => axe.run(document, { resultTypes: ['violations'], ...(only === undefined ? {} : { runOnly: only }) }),
    tags === undefined ? undefined : [...tags],
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
