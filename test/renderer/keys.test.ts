/** The key registry: one meaning a key in one place, layers over pages, chords. */
import { describe, expect, it } from 'vitest'
import { createRegistry, type Binding } from '../../renderer/ui/keys/registry.ts'
import { strokeOf } from '../../renderer/ui/keys/stroke.ts'

const bind = (keys: string, change: Partial<Binding> = {}): Binding => ({
  keys,
  label: keys,
  run: () => undefined,
  ...change,
})
const press = (key: string, change: object = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...change,
})

describe('the key registry', () => {
  it('refuses two meanings of one key on one page, and between page and window', () => {
    const registry = createRegistry()
    registry.add('global', [bind('?')])
    registry.add('page', [bind('n')])
    expect(() => registry.add('page', [bind('n')])).toThrow('two meanings')
    expect(() => registry.add('page', [bind('?')])).toThrow('two meanings')
  })
  it('refuses a key that begins a chord', () => {
    const registry = createRegistry()
    registry.add('global', [bind('g q')])
    expect(() => registry.add('page', [bind('g')])).toThrow('two meanings')
  })
  it('lets the same key mean something else once it is free', () => {
    const registry = createRegistry()
    const remove = registry.add('page', [bind('n')])
    remove()
    expect(() => registry.add('page', [bind('n', { label: 'other' })])).not.toThrow()
  })
  it('hides the keys of the page under a layer, but not those that always count', () => {
    const registry = createRegistry()
    registry.add('global', [bind('g q'), bind('Ctrl+L', { always: true })])
    registry.add('page', [bind('n')])
    const close = registry.openLayer('dialog')
    registry.add('dialog', [bind('x')])
    expect(registry.active().map(({ keys }) => keys)).toEqual(['x', 'Ctrl+L'])
    expect(registry.find('n').kind).toBe('none')
    close()
    expect(registry.find('n').kind).toBe('run')
  })
  it('waits for the second key of a chord', () => {
    const registry = createRegistry()
    registry.add('global', [bind('g q')])
    expect(registry.find('g').kind).toBe('prefix')
    expect(registry.find('g q').kind).toBe('run')
    expect(registry.find('g z').kind).toBe('none')
  })
  it('does not run what is not possible now', () => {
    const registry = createRegistry()
    registry.add('page', [bind('d', { disabled: true })])
    expect(registry.find('d').kind).toBe('none')
  })
})

describe('the name of a key press', () => {
  it('follows the keyboard layout and keeps case for single letters', () => {
    expect(strokeOf(press('j'))).toBe('j')
    expect(strokeOf(press('N', { shiftKey: true }))).toBe('N')
    expect(strokeOf(press('?', { shiftKey: true }))).toBe('?')
  })
  it('writes modifiers in one order', () => {
    expect(strokeOf(press('k', { ctrlKey: true }))).toBe('Ctrl+K')
    expect(strokeOf(press('Enter', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Enter')
    expect(strokeOf(press('1', { altKey: true }))).toBe('Alt+1')
    expect(strokeOf(press(' '))).toBe('Space')
  })
  it('is nothing for a modifier alone', () => {
    expect(strokeOf(press('Shift', { shiftKey: true }))).toBeNull()
  })
})
