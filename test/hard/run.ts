/**
 * `npm run test:hard -- kill 1000`, `-- full`, `-- faults`, `-- damage-store 1000`, `-- damage-backup 1000`,
 * `-- merge 10000`, `-- all`: the long forms.
 */
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundled.ts'

const { path, remove } = await bundled(['test/hard/main.ts', 'test/hard/kill-child.ts', 'test/hard/fault-child.ts'])
process.once('exit', remove)
process.once('SIGINT', () => process.exit(130))
await import(pathToFileURL(path('main')).href)
