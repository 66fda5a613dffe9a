/** Starts the renderer in its window. */
import { createRoot } from 'react-dom/client'
import '../ui/parts.css'
import './frame.css'
import '../features/lock/lock.css'
import '../features/first-run/first-run.css'
import '../features/queue/queue.css'
import '../features/keyring/keyring.css'
import '../features/settings/settings.css'
import { registry } from '../ui/keys/use-keys.ts'
import { listenForKeys } from '../ui/keys/listen.ts'
import { App } from './app.tsx'

listenForKeys(registry, window)

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App />)
