// defineLifecycle: what the table answers, and which tables are refused when they are defined.
import { defineLifecycle, LifecycleError } from '../../plugin/lifecycle/state-machine.js'

const door = {
  document: 'doors',
  statuses: ['open', 'closed', 'bricked-up'],
  initial: ['open'],
  final: ['bricked-up'],
  transitions: {
    close: { from: ['open'], to: 'closed', by: ['editor', 'calendar'], roles: ['editor'], undo: true },
    reopen: { from: ['closed'], to: 'open', by: ['client'] },
    'brick-up': { from: ['open', 'closed'], to: 'bricked-up', by: ['editor'], roles: ['owner'], destructive: true },
  },
} as const

test('says which way leads where, and by whom', () => {
  const lifecycle = defineLifecycle(door)
  expect(lifecycle.leads('open', 'closed')).toBe(true)
  expect(lifecycle.leads('bricked-up', 'open')).toBe(false)
  expect(lifecycle.leads('closed', 'closed')).toBe(false)
  expect(lifecycle.returns('closed', 'open')).toBe(true)
  expect(lifecycle.returns('open', 'closed')).toBe(false)
  expect(lifecycle.returns('bricked-up', 'open')).toBe(false)
  expect(lifecycle.starts('reopen', 'closed')).toBe(true)
  expect(lifecycle.starts('reopen', 'open')).toBe(false)
  expect(lifecycle.namesFor('editor')).toEqual(['close', 'brick-up'])
  expect(lifecycle.namesFor('calendar')).toEqual(['close'])
})

type Changed = { [Part in keyof typeof door]?: unknown }

test.each<[string, Changed, RegExp]>([
  ['a status it does not know', { final: ['gone'] }, /«gone» is not among its statuses/],
  ['a status that nothing reaches', { statuses: [...door.statuses, 'ajar'] }, /nothing leads to «ajar»/],
  ['a dead end that is not final', { final: [] }, /nothing leads on from «bricked-up»/],
  [
    'an editor without roles',
    { transitions: { ...door.transitions, close: { ...door.transitions.close, roles: [] } } },
    /«close» needs roles/,
  ],
  [
    'roles without an editor',
    { transitions: { ...door.transitions, reopen: { ...door.transitions.reopen, roles: ['owner'] } } },
    /«reopen» needs roles/,
  ],
  [
    'a transition that nobody takes',
    { transitions: { ...door.transitions, reopen: { ...door.transitions.reopen, by: [] } } },
    /nobody takes «reopen»/,
  ],
  [
    'an undo of what no editor does',
    { transitions: { ...door.transitions, reopen: { ...door.transitions.reopen, undo: true } } },
    /nobody at the desk could take «reopen» back/,
  ],
  [
    'a transition that stays where it is as the only way on',
    { transitions: { ...door.transitions, 'brick-up': { ...door.transitions['brick-up'], to: 'closed' } } },
    /nothing leads to «bricked-up»/,
  ],
])('refuses %s', (_, change, sentence) => {
  const table = { ...door, ...change } as Parameters<typeof defineLifecycle>[0]
  expect(() => defineLifecycle(table)).toThrow(LifecycleError)
  expect(() => defineLifecycle(table)).toThrow(sentence)
})
