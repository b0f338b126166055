import type { LineageKind } from './lineage.api';
import { type Descent, descentErrors, kindErrors } from './lineage.workflow';

const line = (predecessorId: string, successorId: string, kind: LineageKind = 'merge'): Descent => ({ predecessorId, successorId, kind });
const pointersOf = (predecessorIds: readonly string[], kind: LineageKind, recorded: readonly Descent[] = []) =>
  descentErrors({ successorId: 'new', predecessorIds, kind }, recorded).map(({ pointer }) => pointer);

describe('a descent', () => {
  it.each<[LineageKind, readonly string[]]>([
    ['merge', ['a', 'b', 'c']],
    ['merge', ['a']],
    ['split', ['a']],
    ['rename', ['a']],
  ])('by %s may come from %j', (kind, predecessorIds) => expect(pointersOf(predecessorIds, kind)).toEqual([]));

  it('may have another predecessor later', () => expect(pointersOf(['b'], 'merge', [line('a', 'new')])).toEqual([]));
  it('may part one agency into several', () => expect(pointersOf(['a'], 'split', [line('a', 'other', 'split')])).toEqual([]));
  it('may go on from what was merged before', () => expect(pointersOf(['b'], 'merge', [line('a', 'b')])).toEqual([]));

  it('comes from somebody', () => expect(pointersOf([], 'merge')).toEqual(['/predecessorIds']));
  it('never comes from the agency itself', () => expect(pointersOf(['a', 'new'], 'merge')).toEqual(['/predecessorIds/1']));
  it('names nobody twice', () => expect(pointersOf(['a', 'b', 'a'], 'merge')).toEqual(['/predecessorIds/2']));
  it('is recorded once', () => expect(pointersOf(['a'], 'merge', [line('a', 'new')])).toEqual(['/predecessorIds/0']));
  it('never goes round, at once', () => expect(pointersOf(['a'], 'merge', [line('new', 'a')])).toEqual(['/predecessorIds/0']));
  it('never goes round, in steps', () => expect(pointersOf(['c'], 'merge', [line('new', 'a'), line('a', 'b'), line('b', 'c')])).toEqual(['/predecessorIds/0']));
  it('ends also where what is recorded goes round', () => expect(pointersOf(['z'], 'merge', [line('new', 'a'), line('a', 'new')])).toEqual([]));

  describe('by a new name', () => {
    it.each<[string, readonly string[], readonly Descent[]]>([
      ['of two', ['a', 'b'], []],
      ['where the new one has another predecessor', ['a'], [line('b', 'new')]],
      ['where the old one has another successor', ['a'], [line('a', 'other', 'split')]],
    ])('is none %s', (_, predecessorIds, recorded) => expect(pointersOf(predecessorIds, 'rename', recorded)).toEqual(['/kind']));

    it('leaves no merge beside it', () => expect(pointersOf(['b'], 'merge', [line('a', 'new', 'rename')])).toEqual(['/kind']));
    it('leaves no split beside it', () => expect(pointersOf(['a'], 'split', [line('a', 'other', 'rename')])).toEqual(['/kind']));
    it('is chosen later only for a line that stands alone', () => {
      expect(kindErrors(line('a', 'new', 'rename'), [line('x', 'y')])).toEqual([]);
      expect(kindErrors(line('a', 'new', 'rename'), [line('b', 'new')])).toMatchObject([{ pointer: '/kind' }]);
      expect(kindErrors(line('a', 'new', 'split'), [line('b', 'new')])).toEqual([]);
    });
  });

  it('says of each what to do next', () => {
    for (const { detail } of descentErrors({ successorId: 'new', predecessorIds: ['new', 'a', 'a', 'b'], kind: 'rename' }, [line('new', 'b')])) {
      expect(detail).toMatch(/\.$/);
    }
  });
});
