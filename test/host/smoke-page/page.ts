/** A page with nothing of the product: shows what the desk says, so that a spec can drive the bridge itself. */
import './page.css'
import type { Reply } from '../../../shared/ipc/call.ts'
import type { DeskState } from '../../../shared/ipc/views.ts'

declare const signet: { readonly call: (name: string, input: unknown) => Promise<Reply<unknown>> }

const place = document.querySelector('#state')
const reply = await signet.call('desk.state', {})
if (place) place.textContent = reply.ok ? `desk ${(reply.value as DeskState).phase}` : reply.problem.code
