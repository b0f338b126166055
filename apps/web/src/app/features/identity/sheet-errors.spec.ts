import { sheetErrorsOf } from './sheet-errors';

describe('the bad cells of a refused import', () => {
  it('are read from the pointers', () => {
    expect(sheetErrorsOf([{ pointer: '/Người dùng/B7', code: 'x', detail: 'Không có vai trò này' }])).toEqual([
      { sheet: 'Người dùng', cell: 'B7', detail: 'Không có vai trò này' },
    ]);
  });
});
