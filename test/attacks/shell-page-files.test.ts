/** A page, or something in it, asks the page handler for a file that is not part of the page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileOf, servePage } from '../../electron/shell/serve-page.ts'

const files = new Set(['index.html', 'assets/a.js', 'assets/data.exe', '../secret.html'])
let outside = ''
let serve: ReturnType<typeof servePage>

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'signet-page-'))
  const root = join(outside, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets/a.js'), '1')
  writeFileSync(join(root, 'unlisted.html'), 'secret')
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  serve = servePage(root, new Set(['index.html', 'assets/a.js']))
})
afterAll(() => rmSync(outside, { recursive: true }))

it.each([
  'app://main/unlisted.html',
  'app://main/../secret.txt',
  'app://main/..%2fsecret.txt',
  'app://main/%2e%2e/secret.txt',
  'app://main/assets/../../secret.txt',
  'app://main/assets/..\\..\\secret.txt',
  'app://main//etc/passwd',
  'app://main/assets',
  'app://main/index.html/',
  'app://main/INDEX.HTML',
  'app://main/index.html%00.js',
  'app://main/assets/data.exe',
  'app://main.evil/index.html',
  'app://evil/index.html',
  'file:///etc/passwd',
  'app:index.html',
])('does not serve %s', (url) => {
  expect(fileOf(url, new Set(['index.html', 'assets/a.js', 'assets/data.exe']))).toBe(null)
})

it.each([
  ['app://main/', 'index.html'],
  ['app://main/index.html?x#y', 'index.html'],
  ['app://main/assets/a.js', 'assets/a.js'],
])('serves %s', (url, file) => {
  expect(fileOf(url, files)).toBe(file)
})

it('gives a listed file with its one type and every protecting header', async () => {
  const response = await serve(new Request('app://main/assets/a.js'))
  expect(await response.text()).toBe('1')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const policy = response.headers.get('content-security-policy') ?? ''
  for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(rule)
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

it('refuses what is not listed and what is no reading, with the same headers', async () => {
  for (const request of [new Request('app://main/unlisted.html'), new Request('app://main/', { method: 'POST' })]) {
    const response = await serve(request)
    expect([404, 405]).toContain(response.status)
    expect(await response.text()).toBe('')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})
