import { entry } from './explanation.fixture';
import { afterSaving, beginDraft, choosing, inConflict, isUnsent, lacksText, requestOf, typedInto } from './explanation-draft';

describe('What is typed at one difference', () => {
  it('begins as the server has it', () => {
    expect(beginDraft(null)).toMatchObject({ stance: null, text: '', state: 'saved' });
    expect(beginDraft(entry('1.1'))).toMatchObject({ stance: 'explain', text: 'Báo cáo 12 ghi 95 %', state: 'saved' });
  });

  it('is to be sent once it differs, and saved again when it is typed back', () => {
    const typed = typedInto(beginDraft(entry('1.1')), { text: 'Khác' });
    expect(typed.state).toBe('typed');
    expect(isUnsent(typed)).toBe(true);
    expect(typedInto(typed, { text: 'Báo cáo 12 ghi 95 %' }).state).toBe('saved');
  });

  it('is no request before a stance is chosen', () => {
    expect(requestOf(beginDraft(null))).toBeNull();
    expect(requestOf(typedInto(beginDraft(null), { stance: 'agree' }))).toEqual({ stance: 'agree', text: '' });
  });

  it('stays to be sent where more was typed while it was under way', () => {
    const meanwhile = typedInto({ ...beginDraft(null), state: 'saving' }, { stance: 'explain', text: 'một hai' });
    expect(afterSaving(meanwhile, entry('1.1', { text: 'một' }))).toMatchObject({ state: 'typed', server: { text: 'một' }, text: 'một hai' });
    expect(afterSaving(meanwhile, entry('1.1', { text: 'một hai' })).state).toBe('saved');
  });

  it('lacks a word where it says only that it explains', () => {
    expect(lacksText({ stance: 'explain', text: ' \n ' })).toBe(true);
    expect(lacksText({ stance: 'explain', text: 'a' })).toBe(false);
    expect(lacksText({ stance: 'agree', text: '' })).toBe(false);
    expect(lacksText({ stance: null, text: '' })).toBe(false);
  });

  describe('and by somebody else at the same time', () => {
    const theirs = entry('1.1', { text: 'của họ', version: 3, updatedBy: 'Lê Thị B' });
    const both = inConflict(typedInto(beginDraft(entry('1.1')), { text: 'của tôi' }), theirs);

    it('stands on both sides until one is chosen, whatever is typed', () => {
      expect(both).toMatchObject({ state: 'conflict', text: 'của tôi', server: { text: 'của họ' } });
      expect(typedInto(both, { text: 'của tôi, thêm' })).toMatchObject({ state: 'conflict', text: 'của tôi, thêm' });
    });

    it('is theirs, or is sent over theirs', () => {
      expect(choosing(both, 'theirs')).toMatchObject({ state: 'saved', text: 'của họ' });
      expect(choosing(both, 'mine')).toMatchObject({ state: 'typed', text: 'của tôi', server: { version: 3 } });
    });
  });
});
