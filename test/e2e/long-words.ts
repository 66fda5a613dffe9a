/** Pages with words as long as other languages have them, to see whether anything is cut; and pictures for who looks at them. */
import type { Page } from '@playwright/test'

const shots = process.env['SIGNET_SHOTS']

/** Writes a picture where SIGNET_SHOTS names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

const labels = 'main button, main label, main th, main h1, main h2, main h3, main .field-label, main [role=tab]'

/** Words as long as other languages have them: half as long again; each only once. */
export const lengthen = (page: Page): Promise<void> =>
  page.evaluate((all) => {
    for (const one of document.querySelectorAll<HTMLElement>(all)) {
      if (one.dataset['long'] === 'yes') continue
      one.dataset['long'] = 'yes'
      const texts = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      for (const text of texts)
        text.textContent += ' ' + 'largo '.repeat(Math.ceil((text.textContent ?? '').length / 12)).trim()
    }
  }, labels)

/** Labels that do not fit into their box, or run out of the page. */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (all) =>
      [...document.querySelectorAll<HTMLElement>(all)]
        .filter(
          (one) => one.offsetParent !== null && one.clientWidth > 0 && one.closest('.cut, .visually-hidden') === null,
        )
        .filter(
          (one) =>
            one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > document.body.clientWidth + 1,
        )
        .map((one) => one.textContent),
    labels,
  )
