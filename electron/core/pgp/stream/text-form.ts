/** Line ends as a text signature covers them (RFC 9580, 5.2.1.2): a CR before every LF that has none. */
const [CR, LF] = [13, 10]

/** Piece by piece; a CR at the end of one piece counts for the LF that begins the next. */
export function textForm(): (piece: Uint8Array) => Uint8Array {
  let last = 0
  return (piece) => {
    const target = new Uint8Array(piece.length * 2)
    let length = 0
    for (const octet of piece) {
      if (octet === LF && last !== CR) target[length++] = CR
      target[length++] = octet
      last = octet
    }
    return target.subarray(0, length)
  }
}
