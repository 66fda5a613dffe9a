/** A fingerprint, always in full, in groups of four: as a line, or numbered so that two people can read it to each other. */
export const fingerprintGroups = (fingerprint: string): readonly string[] => fingerprint.match(/.{1,4}/g) ?? []

export function Fingerprint({ value }: { readonly value: string }) {
  return <span className="fingerprint">{fingerprintGroups(value).join(' ')}</span>
}

export function FingerprintGroups({ value }: { readonly value: string }) {
  return (
    <ol className="fingerprint-groups">
      {fingerprintGroups(value).map((group, at) => (
        <li key={`${String(at)}${group}`} className="fingerprint-group">
          <small>{at + 1}</small>
          {group}
        </li>
      ))}
    </ol>
  )
}
