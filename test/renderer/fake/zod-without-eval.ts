/** Imported before any schema: zod would otherwise try whether code may be made from text, which the page's policy refuses and counts. */
import { config } from 'zod'

config({ jitless: true })
