/**
 * A custom scheme cannot be opened in plain Chromium, so `app://main/x` travels as `https://main.app.invalid/x`, a name that
 * never resolves and is answered by request interception; the shell sees its own URLs again.
 */
export function toBrowserUrl(url: string): string {
  const match = /^(app):\/\/([a-z]{1,20})(\/.*)?$/s.exec(url)
  return match ? `https://${match[2] ?? ''}.${match[1] ?? ''}.invalid${match[3] ?? '/'}` : url
}

export function toShellUrl(url: string): string {
  const match = /^https:\/\/([a-z]{1,20})\.(app)\.invalid(\/.*)?$/s.exec(url)
  return match ? `${match[2] ?? ''}://${match[1] ?? ''}${match[3] ?? ''}` : url
}
