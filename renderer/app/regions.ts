/** F6: from part to part of the window, for those who do not use a mouse. */
export function nextRegion(): void {
  const regions = [...document.querySelectorAll('[data-region]')].filter((region) => region instanceof HTMLElement)
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  regions[(here + 1) % regions.length]?.focus()
}
