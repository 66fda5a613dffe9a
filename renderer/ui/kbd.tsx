/** Shows a key as it is pressed; part of a button's name, so that the name and what is seen agree. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className="kbd">{keys.replaceAll('+', ' ').replace('ArrowLeft', '←').replace('Escape', 'Esc')}</kbd>
}
