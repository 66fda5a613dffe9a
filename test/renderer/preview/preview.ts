/** The whole renderer over the fake door; `?page=case&number=2026-MK-0004` opens a page with its parameters. */
import './install-fake.ts'
import '../../../renderer/app/main.tsx'
import { go, type Route } from '../../../renderer/state/route.ts'

const { page, ...params } = Object.fromEntries(new URLSearchParams(window.location.search))
// Only what a developer typed into the address.
if (page !== undefined) go({ page, params } as Route)
