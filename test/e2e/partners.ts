/** The other team of the specs: real gpg with a key of its own, or our own OpenPGP code where gpg is not installed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMessage } from '../../electron/core/pgp/open-message.ts'
import { makePartner, reportMail } from '../demo/partner.ts'

export interface PartnerTeam {
  readonly by: 'gpg' | 'signet'
  /** A file with their armoured public key. */
  readonly keyFile: string
  /** Writes a PGP/MIME report that they signed and encrypted to our team key. */
  readonly report: (teamKey: string) => Promise<string>
  /** Opens our answer: its text, and whether they find our signature good. */
  readonly read: (answer: string, teamKey: string) => Promise<{ readonly text: string; readonly good: boolean }>
  readonly end: () => void
}

export const hasGpg = (): boolean => {
  try {
    execFileSync('gpg', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const orchard = 'Orchard-CERT <cert@orchard.example>'

const body = `TLP:AMBER

Working logins of Lakeview University stand in a stealer log:
2026-11-20 16:02:11 +0100 203.0.113.77:51544/tcp -> 198.51.100.20:443/tcp
Please reset the accounts: phishing at hxxps://login[.]lakeview[.]example/a
`

/** The armour of a PGP/MIME mail stands between "Version: 1" and the closing boundary (RFC 3156 section 4). */
const armourOf = (mail: string): string =>
  /-----BEGIN PGP MESSAGE-----[\s\S]*?-----END PGP MESSAGE-----/.exec(mail)?.[0] ?? ''

export interface GpgTeam extends PartnerTeam {
  /** A file with a PGP/MIME mail of this text, signed by them and encrypted to the key; `id` makes its Message-ID. */
  readonly write: (toKey: string, id: string, text: string) => string
  /** A file with their secret key as gpg exports it, locked by the passphrase that it was made with. */
  readonly secretKeyFile: () => string
}

/** A team with a key that gpg has just made; `passphrase` locks that key. */
export function gpgPartner(userId = orchard, passphrase = ''): GpgTeam {
  // gpg-agent's socket must fit into 108 characters: a short path of its own.
  const home = mkdtempSync(join(tmpdir(), 'sg-'))
  const address = /<(.+)>/.exec(userId)?.[1] ?? ''
  const unlocked = ['--passphrase', passphrase, '--pinentry-mode', 'loopback']
  const run = (args: readonly string[], input = ''): string =>
    execFileSync('gpg', ['--homedir', home, '--batch', '--yes', '--trust-model', 'always', ...unlocked, ...args], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  run(['--quick-gen-key', userId, 'future-default', 'default', '1y'])
  const put = (name: string, text: string): string => {
    writeFileSync(join(home, name), text)
    return join(home, name)
  }
  const keyFile = put('public.asc', run(['--armor', '--export', address]))
  const mail = (toKey: string, id: string, subject: string, text: string): string => {
    run(['--import'], toKey)
    const to = /fpr:+([0-9A-F]{40}):/.exec(run(['--with-colons', '--show-keys'], toKey))?.[1] ?? ''
    const inner = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}`
    const sealed = run(['--armor', '--sign', '--encrypt', '-u', address, '-r', to], inner.replaceAll('\n', '\r\n'))
    return put(`${id}.eml`, pgpMime(userId, id, subject, sealed))
  }
  return {
    by: 'gpg',
    keyFile,
    report: async (teamKey) => mail(teamKey, '5521', 'URGENT: stolen logins at Lakeview University', body),
    write: (toKey, id, text) => mail(toKey, id, `[${id}] about our case`, text),
    secretKeyFile: () => put('secret.asc', run(['--armor', '--export-secret-keys', address])),
    read: async (answer, teamKey) => {
      run(['--import'], teamKey)
      const armour = put('answer.asc', armourOf(readFileSync(answer, 'utf8')))
      const status = join(home, 'status')
      const text = run(['--status-file', status, '--decrypt', armour])
      return { text, good: existsSync(status) && /GOODSIG/.test(readFileSync(status, 'utf8')) }
    },
    end: () => {
      try {
        execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'], { stdio: 'ignore' })
      } finally {
        rmSync(home, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }
}

const pgpMime = (from: string, id: string, subject: string, armour: string): string =>
  `From: ${from}
To: Harrow-CERT <cert@harrow.example>
Subject: ${subject}
Date: Fri, 20 Nov 2026 17:00:00 +0100
Message-ID: <${id}@orchard.example>
MIME-Version: 1.0
Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="orchard"

--orchard
Content-Type: application/pgp-encrypted

Version: 1

--orchard
Content-Type: application/octet-stream; name="encrypted.asc"

${armour}
--orchard--
`.replaceAll('\n', '\r\n')

export async function signetPartner(): Promise<PartnerTeam> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-partner-'))
  const partner = await makePartner(new Date(Date.now() - 86_400_000).toISOString())
  const keyFile = join(folder, 'orchard.asc')
  writeFileSync(keyFile, partner.armoredPublic)
  return {
    by: 'signet',
    keyFile,
    report: async (teamKey) => {
      const path = join(folder, 'report.eml')
      writeFileSync(path, await reportMail(partner, teamKey, new Date().toISOString()))
      return path
    },
    read: async (answer, teamKey) => {
      const opened = await openMessage({
        bytes: readFileSync(answer),
        fileName: 'answer.eml',
        secretKeys: [{ armored: partner.armoredSecret, passphrase: null }],
        publicKeys: [teamKey],
        now: new Date().toISOString(),
      })
      if (!opened.ok) throw new Error(opened.problem.code)
      return { text: opened.value.text, good: opened.value.protection.signature === 'good' }
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
