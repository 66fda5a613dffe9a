/** Makes OpenPGP.js unpack with its own inflater, because Node's refuses what Sequoia writes: padding after the end of the compressed stream. */

/** Measured: Node 24 "Trailing junk found after the end of the compressed stream" on every message of sq 0.27. A TypeError is what OpenPGP.js falls back on. */
export function inflateTolerantly(): void {
  Object.defineProperty(globalThis, 'DecompressionStream', {
    value: NoNativeInflate,
    configurable: true,
    writable: true,
  })
}

function NoNativeInflate(): never {
  throw new TypeError('OpenPGP.js unpacks by itself')
}
