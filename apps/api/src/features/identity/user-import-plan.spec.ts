import { ROLE_NAMES, ROLES } from '@par-index/contract';
import { type KnownAgency, type KnownUser, planImport, roleOf } from './user-import-plan';
import type { SheetRow, UserSheet } from './user-sheet';

const HEALTH: KnownAgency = { id: 'a-1', code: 'so-y-te', active: true };
const CLOSED: KnownAgency = { id: 'a-2', code: 'so-cu', active: false };
const HANH: KnownUser = { id: 'u-1', userName: 'hanh', fullName: 'Đỗ Thị Hạnh', email: 'hanh@tinh.example', active: true, grants: [{ role: 'agency-head', agencyId: 'a-1' }] };
const GONE: KnownUser = { id: 'u-2', userName: 'gone', fullName: 'Người Cũ', email: null, active: false, grants: [] };

const sheetOf = (...texts: SheetRow['texts'][]): UserSheet => ({ sheet: 'Tài khoản', rows: texts.map((one, index) => ({ row: index + 2, texts: one })), errors: [] });
const known = {
  users: new Map([HANH, GONE].map((user) => [user.userName, user])),
  agencies: new Map([HEALTH, CLOSED].map((agency) => [agency.code, agency])),
};
const plan = (...texts: SheetRow['texts'][]) => planImport(sheetOf(...texts), known);
const NEW: SheetRow['texts'] = ['canbo', 'Lê Văn An', 'Cán bộ đầu mối CCHC', 'so-y-te', ''];

describe('roleOf', () => {
  it.each(ROLES)('knows %s by its code and by its name', (role) => {
    expect(roleOf(role)).toBe(role);
    expect(roleOf(ROLE_NAMES[role])).toBe(role);
  });
  it('asks for neither accents nor capitals', () => expect(roleOf('CAN BO DAU MOI CCHC')).toBe('agency-officer'));
  it('knows no others', () => expect(roleOf('vua')).toBeNull());
});

describe('planImport', () => {
  it('makes a person who is not there yet', () => {
    const { rows, errors } = plan(NEW);
    expect(errors).toEqual([]);
    expect(rows).toEqual([{ row: 2, userName: 'canbo', fullName: 'Lê Văn An', email: null, role: 'agency-officer', agencyCode: 'so-y-te', agencyId: 'a-1', effect: 'create' }]);
  });

  it('makes one person of two rows, with two roles', () => {
    const { rows } = plan(NEW, ['CANBO', 'Lê Văn An', 'appraiser', 'so-y-te', '']);
    expect(rows.map(({ userName, effect }) => [userName, effect])).toEqual([['canbo', 'create'], ['canbo', 'add-role']]);
  });

  it('adds a role to a person who is there, and leaves what they hold', () => {
    const { rows, errors } = plan(['hanh', 'Đỗ Thị Hạnh', 'agency-officer', 'so-y-te', ''], ['hanh', 'Đỗ Thị Hạnh', 'agency-head', 'so-y-te', '']);
    expect(errors).toEqual([]);
    expect(rows.map(({ effect }) => effect)).toEqual(['add-role', 'unchanged']);
  });

  it.each([
    ['A2', ['có dấu', 'A', 'admin', 'so-y-te', ''], 'Tên đăng nhập cần 3 đến 80 ký tự'],
    ['A2', ['', 'A', 'admin', 'so-y-te', ''], 'Tên đăng nhập cần'],
    ['A2', ['gone', 'Người Cũ', 'admin', 'so-y-te', ''], 'đang khóa'],
    ['B2', ['canbo', '', 'admin', 'so-y-te', ''], 'Họ và tên cần được nhập'],
    ['B2', ['canbo', 'x'.repeat(201), 'admin', 'so-y-te', ''], 'không quá 200 ký tự'],
    ['B2', ['hanh', 'Tên Khác', 'admin', 'so-y-te', ''], 'đã thuộc về «Đỗ Thị Hạnh»'],
    ['C2', ['canbo', 'A', 'vua', 'so-y-te', ''], 'Không có vai trò «vua»'],
    ['D2', ['canbo', 'A', 'admin', '', ''], 'Mã cơ quan cần được nhập'],
    ['D2', ['canbo', 'A', 'admin', 'khong-co', ''], 'Không có cơ quan mang mã «khong-co»'],
    ['D2', ['canbo', 'A', 'admin', 'so-cu', ''], 'đã ngừng hoạt động'],
    ['E2', ['canbo', 'A', 'admin', 'so-y-te', 'thư của tôi'], 'Địa chỉ thư chưa đúng'],
    ['E2', ['canbo', 'A', 'admin', 'so-y-te', `${'x'.repeat(250)}@a.vn`], 'Địa chỉ thư chưa đúng'],
    ['E2', ['hanh', 'Đỗ Thị Hạnh', 'admin', 'so-y-te', 'khac@tinh.example'], 'đã có địa chỉ «hanh@tinh.example»'],
  ] as const)('refuses cell %s of %j', (cell, texts, words) => {
    const { rows, errors } = plan(texts);
    expect(rows).toEqual([]);
    expect(errors).toEqual([{ sheet: 'Tài khoản', cell, detail: expect.stringContaining(words) }]);
  });

  it('takes the address of a new person from whichever row names it', () => {
    const { rows, errors } = plan(NEW, ['canbo', 'Lê Văn An', 'appraiser', 'so-y-te', 'an@tinh.example']);
    expect(errors).toEqual([]);
    expect(rows.map(({ email, effect }) => [email, effect])).toEqual([[null, 'create'], ['an@tinh.example', 'add-role']]);
  });

  it('adds an address where there is none, and takes the same one whatever its case', () => {
    const users = new Map([['hanh', { ...HANH, email: null }]]);
    const row: SheetRow['texts'] = ['hanh', 'Đỗ Thị Hạnh', 'agency-head', 'so-y-te', 'Hanh@tinh.example'];
    expect(planImport(sheetOf(row), { ...known, users }).rows).toMatchObject([{ effect: 'add-email', email: 'Hanh@tinh.example' }]);
    expect(plan(row)).toMatchObject({ errors: [], rows: [{ effect: 'unchanged' }] });
  });

  it('refuses two addresses of one new person', () => {
    const withEmail = (email: string): SheetRow['texts'] => ['canbo', 'Lê Văn An', email === 'a@b' ? 'leader' : 'appraiser', 'so-y-te', email];
    expect(plan(withEmail('a@b'), withEmail('c@d')).errors).toMatchObject([{ cell: 'E3', detail: expect.stringContaining('«a@b»') }]);
  });

  it('refuses the same row twice, and says where the first is', () => {
    expect(plan(NEW, NEW).errors).toEqual([{ sheet: 'Tài khoản', cell: 'A3', detail: 'Trùng với dòng 2. Hãy bỏ một dòng.' }]);
  });

  it('refuses two names of one person', () => {
    expect(plan(NEW, ['canbo', 'Lê Văn Anh', 'appraiser', 'so-y-te', '']).errors).toMatchObject([{ cell: 'B3' }]);
  });

  it('tells all that is wrong in one go, and keeps what the sheet said itself', () => {
    const sheet = sheetOf(['x', '', 'vua', 'khong-co', 'không phải thư']);
    const errors = [{ sheet: 'Tài khoản', cell: 'B2', detail: 'Ô chứa công thức.' }];
    const refused = planImport({ ...sheet, errors }, known).errors;
    expect(refused.map(({ cell }) => cell)).toEqual(['B2', 'A2', 'C2', 'E2', 'D2']);
    expect(refused[0]?.detail).toBe('Ô chứa công thức.');
  });
});
