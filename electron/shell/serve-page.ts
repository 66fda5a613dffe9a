/** Answers `app://main/…`: only files that the build listed, with a fixed type each; a path is never resolved. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pageHeaders } from './page-headers.ts'
import { deskOrigin } from './places.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const refusal = (status: number): Response => new Response(null, { status, headers: pageHeaders })

/** The listed file that a URL names, or null. An escaped or dotted path is simply not in the list. */
export function fileOf(url: string, files: ReadonlySet<string>): string | null {
  if (!url.startsWith(`${deskOrigin}/`)) return null
  const [path = ''] = url.slice(deskOrigin.length + 1).split(/[?#]/, 1)
  const name = path === '' ? 'index.html' : path
  return files.has(name) && extname(name) in types ? name : null
}

export function servePage(root: string, files: ReadonlySet<string>): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET') return refusal(405)
    const name = fileOf(url, files)
    if (name === null) return refusal(404)
    const body = await readFile(join(root, name))
    return new Response(body, { headers: { ...pageHeaders, 'content-type': types[extname(name)] ?? '' } })
  }
}
