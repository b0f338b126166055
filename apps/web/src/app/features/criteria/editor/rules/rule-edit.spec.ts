import type { Fields } from '../draft/fields';
import { within, withinList } from './rule-edit';

describe('a change of a part of a rule', () => {
  const rule: Fields = { kind: 'tally', items: [{ id: 'a' }], measure: { type: 'ratio', max: 90 } };

  it('is one of the rule as it stands when it arrives, not as it was drawn', () => {
    const add = withinList({ change: (items) => [...items, { id: 'b' }] }, 'items');
    const name = withinList({ change: (items) => items.map((item) => ({ ...item, label: 'x' })), key: 'label-0' }, 'items');
    expect(name.change(add.change(rule))['items']).toEqual([{ id: 'a', label: 'x' }, { id: 'b', label: 'x' }]);
  });

  it('keeps what it does not touch, and is known by its place', () => {
    const edit = within({ change: (measure) => ({ ...measure, max: 100 }), key: 'max' }, 'measure');
    expect([edit.change(rule), edit.key, within({ change: (part) => part }, 'measure').key]).toEqual([{ ...rule, measure: { type: 'ratio', max: 100 } }, 'measure-max', undefined]);
  });
});
