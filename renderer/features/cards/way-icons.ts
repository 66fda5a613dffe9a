/** A picture for each kind of way to a team. */
import { Globe, Mail, Phone } from 'lucide-react'

export const wayIcons = { email: Mail, phone: Phone, form: Globe }
