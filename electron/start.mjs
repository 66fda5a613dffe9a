/** Says in one sentence what is wrong with a Node that cannot run the TypeScript of start.ts, instead of failing on it. */
/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access -- plain JavaScript has no types here */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 22 || (major === 22 && minor >= 18)

if (runsTypeScript) {
  await import('./start.ts')
} else {
  process.stderr.write(
    `Signet needs Node 22.18 or newer here, this is ${process.versions.node}: run "npm ci" and start it with "npm start" (Linux and Windows bring their own Node), or install a newer Node (macOS).\n`,
  )
  process.exitCode = 1
}
