/** A page tries to reach out: by a request, by going elsewhere, by asking for a power of the system. */
import { expect, it } from 'vitest'
import { mayNavigate, mayRequest, mayUse, originOf, switches } from '../../electron/shell/lockdown-rules.ts'

it.each([
  'http://example.org',
  'https://main/index.html',
  'ws://example.org',
  'file:///etc/passwd',
  'ftp://x',
  '//host',
  'smb://h/s',
  String.raw`\\host\share`,
  'about:blank',
  'javascript:1',
  'chrome://version',
  'appx://main/',
  '',
])('a request for %j is cancelled', (url) => expect(mayRequest(url)).toBe(false))

it.each([
  ['https://user:pass@example.org/case/17?q=secret', 'https://user'],
  ['http://example.org/secret', 'http://example.org'],
  ['javascript:secret', 'javascript:'],
  ['//secret', 'no scheme'],
])('of a request for %j a programmer is told no more than %j', (url, told) => expect(originOf(url)).toBe(told))

it.each(['app://main/index.html', 'APP://main/', 'blob:app://main/1', 'data:image/png;base64,'])(
  'a request for %j goes to the page handler',
  (url) => expect(mayRequest(url)).toBe(true),
)

it.each([
  ['https://example.org/', true],
  ['app://main/index.html', true],
  ['about:blank', true],
  ['about:srcdoc', true],
  ['https://example.org/', false],
  ['app://main/index.html', false],
  ['data:text/html,x', false],
  ['about:srcdoc?x', false],
])('going to %s (main frame: %s) is refused', (url, isMainFrame) =>
  expect(mayNavigate({ url, isMainFrame })).toBe(false),
)

it('the frame of a mail may be filled', () =>
  expect(mayNavigate({ url: 'about:srcdoc', isMainFrame: false })).toBe(true))

it.each([
  'clipboard-read',
  'media',
  'geolocation',
  'notifications',
  'openExternal',
  'fileSystem',
  'hid',
  'display-capture',
])('the permission %s is never given', (permission) => expect(mayUse(permission)).toBe(false))

it('Chromium itself is told to reach nothing', () => {
  expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
  expect(switches).toContainEqual(['proxy-server', '127.0.0.1:9'])
})
