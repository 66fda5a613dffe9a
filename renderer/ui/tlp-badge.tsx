/** A TLP 2.0 label in the standard's own words and colours, on black. */
import { tlpLabel, type Tlp } from '../../shared/domain/marking/tlp.ts'

const colour: Readonly<Record<Tlp, string>> = {
  RED: 'tlp-red',
  'AMBER+STRICT': 'tlp-amber',
  AMBER: 'tlp-amber',
  GREEN: 'tlp-green',
  CLEAR: 'tlp-clear',
}

export function TlpBadge({ tlp }: { readonly tlp: Tlp }) {
  return <span className={`tlp ${colour[tlp]}`}>{tlpLabel(tlp)}</span>
}
