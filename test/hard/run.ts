/**
 * `npm run test:hard -- kill 1000`, `-- full`, `-- faults`, `-- damage-store 1000`, `-- damage-backup 1000`,
 * `-- merge 10000`, `-- all`: the long forms.
 */
import { bundled } from './bundle.ts'

const { main, remove } = await bundled()
process.once('exit', remove)
process.once('SIGINT', () => process.exit(130))
await import(main.href)
