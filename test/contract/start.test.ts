/** What `npm start` chooses, and what it says when there is nothing to choose. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chooseHost, missing } from '../../electron/choose-host.ts'
import { findElectron } from '../../electron/electron-binary.ts'
import { findInstalledBrowser } from '../host/find-browser.ts'

const none = { path: null, reason: 'its binary is not installed' }

it('takes Electron where its binary is', () => {
  expect(chooseHost({ path: '/e', reason: 'its binary is installed' }, '/usr/bin/chromium')).toMatchObject({
    kind: 'electron',
    path: '/e',
  })
})

it('takes the host where only a browser is, and says why and for what', () => {
  const choice = chooseHost(none, '/usr/bin/chromium')
  expect(choice.kind).toBe('chromium')
  expect(choice.sentence).toContain('trial vaults only')
  expect(choice.sentence).toContain('not installed')
})

it('says what to install where neither is', () => {
  const choice = chooseHost(none, null)
  expect(choice.kind).toBe('neither')
  expect(choice.sentence).toContain('install one')
})

it.each([
  ['a Linux without display', {}, 'linux', false, /no display/],
  ['root on Linux', { DISPLAY: ':0' }, 'linux', true, /ordinary user/],
  ['X11', { DISPLAY: ':0' }, 'linux', false, /^nothing/],
  ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false, /^nothing/],
  ['macOS', {}, 'darwin', false, /^nothing/],
  ['Windows', {}, 'win32', false, /^nothing/],
] as const)('on %s', (_, env, platform, root, expected) => {
  expect(missing(env, platform, root) ?? 'nothing is missing').toMatch(expected)
})

it.each([
  ['the one that CHROMIUM names', { CHROMIUM: '/opt/mine' }, 'linux', ['/opt/mine', '/usr/bin/chromium'], '/opt/mine'],
  ['none when CHROMIUM names a missing one', { CHROMIUM: '/opt/none' }, 'linux', ['/usr/bin/chromium'], null],
  ['Chromium before Chrome', {}, 'linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
  ['Edge if nothing else', {}, 'linux', ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
  [
    'Chrome on macOS',
    { HOME: '/Users/x' },
    'darwin',
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  ['nothing', {}, 'linux', [], null],
] as const)('finds %s', (_, env, platform, there, expected) => {
  expect(findInstalledBrowser(env, platform, (path) => there.some((one) => one === path))).toBe(expected)
})

it('does not take a broken download of Electron for its binary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signet-electron-'))
  expect(findElectron(folder).path).toBe(null)
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(findElectron(folder).path).toBe(null)
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/electron'), '')
  expect(findElectron(folder).path).toBe(join(folder, 'dist/electron'))
  rmSync(folder, { recursive: true })
})
