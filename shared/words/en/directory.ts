/** What is said about looking up whose an address is. */
export const directory = {
  'lookup-too-many': 'That is more than {limit} indicators at once. Nothing was looked up. Paste them in parts.',
  'lookup-not-an-address': '{value} is not an address',
  'lookup-odd-address':
    '{value} is an address to some programs and another one to others (octal, hexadecimal or shortened); write it as four plain numbers',
  'lookup-not-an-asn': '{value} is not the number of a network (1 to 4294967295)',
  'lookup-not-a-place': '{value} is no address, range, name or network that somebody is responsible for',
  'lookup-not-read': '{value} was not understood',
  'lookup-no-range': '{value} on the card is no range of addresses; it is not searched',
  'lookup-no-name': '{value} on the card is no domain; it is not searched',
  'lookup-nobody': 'No one on file',
  'lookup-summary':
    '{unknown} with no one on file; {found} {found|belongs|belong} to {contacts|one contact|# contacts}; {repeated} repeated, {setAside} set aside: {indicators} in all',
  'lookup-line': 'line {line}: {said}',
  'lookup-beats': 'before {name}, {network}',
  'lookup-broad': 'very wide',
  'lookup-partly': '{count} inside it: {names}',
  'lookup-nearest': 'nearest: {name}, by the country code .{code}',
  'lookup-times': '{times} times',
  'lookup-special.private': 'private address',
  'lookup-special.documentation': 'reserved for documentation',
  'lookup-special.reserved': 'reserved, nobody has it',
} as const
