import { method2017 } from '../method/data/method-2017.ts'
import { method2018 } from '../method/data/method-2018.ts'
import { compileMethod } from '../method/compile-method.ts'
import { agreedGates, percentOf, progressOf } from './progress.ts'
import type { SignedGate, StepStatus } from './progress.ts'

const methods = { '2017': compileMethod(method2017), '2018': compileMethod(method2018) }

const signed = (...gates: [SignedGate['gate'], string][]): SignedGate[] =>
  gates.map(([gate, outcome], index) => ({ gate, outcome, cosignedAt: `2018-03-0${index + 1}T10:00:00Z` }))

const all = (status: StepStatus, ...codes: string[]) => Object.fromEntries(codes.map((code) => [code, status]))

describe('the progress of an evaluation', () => {
  it.each([
    ['2018', 'full', 25],
    ['2018', 'light', 12],
    ['2017', 'full', 25],
    ['2017', 'light', 12],
  ] as const)('counts the steps of the %s method by the %s route and three gates', (code, route, steps) => {
    const start = progressOf(methods[code], route, {}, [])
    expect(start).toMatchObject({ done: 0, total: steps + 3, phase: 1 })
    const codes = methods[code].routes[route].map((step) => step.code)
    expect(codes).toHaveLength(steps)
    const end = progressOf(
      methods[code],
      route,
      all('done', ...codes),
      signed(['G1', 'pass'], ['G2', 'pass'], ['G3', 'close']),
    )
    expect(end).toEqual({ done: steps + 3, total: steps + 3, phase: 3, currentStep: 'G3', nextStep: null })
  })

  it.each<[string, Record<string, StepStatus>, SignedGate[], object]>([
    ['begins at the first step', {}, [], { done: 0, phase: 1, currentStep: '1.0', nextStep: '1.1' }],
    ['stays with the step at work', all('doing', '1.3'), [], { currentStep: '1.3', nextStep: '1.4' }],
    ['counts a skipped step as settled', { '1.0': 'done', '1.1': 'skipped' }, [], { done: 2, currentStep: '1.2' }],
    [
      'goes back to what was left open before',
      { ...all('done', '1.0', '1.1', '1.3', '1.4', '1.5', '1.6'), '1.7': 'doing' },
      [],
      { done: 6, currentStep: '1.7', nextStep: '1.2' },
    ],
    [
      'waits at the gate when its phase has no open step',
      all('done', '1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'),
      [],
      { done: 8, phase: 1, currentStep: 'G1', nextStep: '2.1' },
    ],
    [
      'goes on after the gate, also past open steps',
      all('done', '1.7'),
      signed(['G1', 'pass']),
      { done: 2, phase: 2, currentStep: '2.1' },
    ],
    [
      'does not count a gate that waits for the coach',
      {},
      [{ gate: 'G1', outcome: 'pass', cosignedAt: null }],
      { done: 0, phase: 1 },
    ],
    [
      'stays in the phase when the gate says to work on',
      all('doing', '1.7'),
      signed(['G1', 'rework']),
      { done: 0, phase: 1, currentStep: '1.7' },
    ],
    [
      'comes back to the question when it is narrowed',
      all('doing', '1.7'),
      signed(['G1', 'pass'], ['G2', 'narrowQuestion']),
      { done: 0, phase: 1, currentStep: '1.7' },
    ],
    [
      'keeps later work when a step is taken up again',
      { ...all('done', '2.1', '2.2'), '1.3': 'doing' },
      signed(['G1', 'pass']),
      { done: 3, phase: 2, currentStep: '2.3' },
    ],
    ['ignores steps that the method does not know', all('done', '9.9'), [], { done: 0 }],
  ])('%s', (_name, statuses, gates, expected) => {
    expect(progressOf(methods['2018'], 'full', statuses, gates)).toMatchObject(expected)
  })

  it('counts a merged step only through its screen in the light route', () => {
    const statuses = all('done', '1.0', '1.1')
    expect(progressOf(methods['2018'], 'light', statuses, []).done).toBe(1)
    expect(progressOf(methods['2018'], 'full', statuses, []).done).toBe(2)
  })

  it('reads the gates in the order of their signatures, whatever the order of the rows', () => {
    const gates = signed(['G1', 'rework'], ['G1', 'passWithRemarks'])
    expect([...agreedGates(gates.reverse())]).toEqual(['G1'])
  })

  it('says 100 percent only when nothing is left', () => {
    expect([percentOf(27, 28), percentOf(28, 28), percentOf(0, 28), percentOf(1, 0)]).toEqual([96, 100, 0, 0])
  })
})
