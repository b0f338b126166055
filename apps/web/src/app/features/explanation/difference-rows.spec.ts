import { beginDraft } from './explanation-draft';
import { difference, entry, view } from './explanation.fixture';
import { markOf, partsOf } from './difference-rows';

describe('A difference in the list', () => {
  it('says while the round is open what is drafted', () => {
    const open = difference('1.1');
    expect(markOf(open, beginDraft(null)).words).toBe('chưa có ý kiến');
    expect(markOf(open, beginDraft(entry('1.1', { text: '' }))).words).toBe('giải trình chưa có nội dung');
    expect(markOf(open, beginDraft(entry('1.1'))).words).toBe('giải trình');
    expect(markOf(open, beginDraft(entry('1.1', { stance: 'agree' }))).words).toBe('đồng ý');
  });

  it('says afterwards how it came out, whatever was drafted', () => {
    expect(markOf(difference('1.1', { outcome: 'silent' }), beginDraft(entry('1.1'))).words).toBe('không giải trình trong hạn, coi như đồng ý');
    expect(markOf(difference('1.1', { outcome: 'explained' }), beginDraft(null)).words).toBe('đã giải trình');
  });
});

describe('The list', () => {
  it('has what is asked about first, and no empty part', () => {
    const { differences } = view();
    expect(partsOf(differences).map(({ rows }) => rows.map(({ code }) => code))).toEqual([['1.2'], ['1.1', '1.3']]);
    expect(partsOf(differences.filter(({ wanted }) => !wanted))).toHaveLength(1);
    expect(partsOf([])).toEqual([]);
  });
});
