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

const userId = 'Orchard-CERT <cert@orchard.example>'

const body = `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 7bit

TLP:AMBER

Working logins of Lakeview University stand in a stealer log:
2026-11-20 16:02:11 +0100 203.0.113.77:51544/tcp -> 198.51.100.20:443/tcp
Please reset the accounts: phishing at hxxps://login[.]lakeview[.]example/a
`

/** The armour of a PGP/MIME mail stands between "Version: 1" and the closing boundary (RFC 3156 section 4). */
const armourOf = (mail: string): string =>
  /-----BEGIN PGP MESSAGE-----[\s\S]*?-----END PGP MESSAGE-----/.exec(mail)?.[0] ?? ''

export function gpgPartner(): PartnerTeam {
  // gpg-agent's socket must fit into 108 characters: a short path of its own.
  const home = mkdtempSync(join(tmpdir(), 'sg-'))
  const run = (args: readonly string[], input = ''): string =>
    execFileSync('gpg', ['--homedir', home, '--batch', '--yes', '--trust-model', 'always', ...args], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  run(['--passphrase', '', '--pinentry-mode', 'loopback', '--quick-gen-key', userId, 'future-default', 'default', '1y'])
  const keyFile = join(home, 'orchard.asc')
  writeFileSync(keyFile, run(['--armor', '--export', 'cert@orchard.example']))
  return {
    by: 'gpg',
    keyFile,
    report: async (teamKey) => {
      run(['--import'], teamKey)
      const inner = body.replaceAll('\n', '\r\n')
      const sealed = run(
        ['--armor', '--sign', '--encrypt', '-u', 'cert@orchard.example', '-r', 'cert@harrow.example'],
        inner,
      )
      const path = join(home, 'report.eml')
      writeFileSync(path, pgpMime(sealed))
      return path
    },
    read: async (answer) => {
      const armour = join(home, 'answer.asc')
      writeFileSync(armour, armourOf(readFileSync(answer, 'utf8')))
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

const pgpMime = (armour: string): string =>
  `From: ${userId}
To: Harrow-CERT <cert@harrow.example>
Subject: URGENT: stolen logins at Lakeview University
Date: Fri, 20 Nov 2026 17:00:00 +0100
Message-ID: <5521@orchard.example>
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
