import type { AttachFields } from '@par-index/contract';
import { attachFieldsOf, referenceOf, trimmed } from './attach-fields';
import { isCalendarDay } from './is-calendar-day';

const FIELDS: AttachFields = { title: 'Báo cáo năm', documentNumber: '12/BC', issuedOn: '2026-06-30', issuer: 'Sở Tư pháp', section: 'Mục II', page: 3 };
const sent = (overrides: object = {}) => JSON.stringify({ ...FIELDS, ...overrides });

describe('attachFieldsOf', () => {
  it('reads the description of an upload', () => {
    expect(attachFieldsOf(sent())).toEqual(FIELDS);
    expect(attachFieldsOf(sent({ issuedOn: null, page: null }))).toEqual({ ...FIELDS, issuedOn: null, page: null });
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
  ])('refuses %s in its place', (_, description) => {
    expect(() => attachFieldsOf(description)).toThrow(expect.objectContaining({ code: 'request.invalid', errors: [expect.objectContaining({ pointer: '/description' })] }));
  });

  it.each([
    ['title', undefined],
    ['title', 5],
    ['title', 'x'.repeat(501)],
    ['title', 'a\0b'],
    ['documentNumber', 'x'.repeat(101)],
    ['issuedOn', '2026-02-30'],
    ['issuedOn', '30/06/2026'],
    ['issuer', null],
    ['section', 'x'.repeat(301)],
    ['page', 0],
    ['page', 1.5],
    ['page', '3'],
    ['agencyId', 'another'],
  ])('refuses %s: %j, and says where', (field, value) => {
    expect(() => attachFieldsOf(sent({ [field]: value }))).toThrow(
      expect.objectContaining({ code: 'request.invalid', errors: [expect.objectContaining({ pointer: `/description/${field}`, detail: expect.stringMatching(/\.$/) })] }),
    );
  });
});

describe('a description that nobody writes', () => {
  it.each(['{"title":'.repeat(7000), `${'{"title":'.repeat(7000)  }1${  '}'.repeat(7000)}`])('is refused, not stumbled over', (description) => {
    expect(() => attachFieldsOf(description)).toThrow(expect.objectContaining({ name: 'DomainError' }));
  });
});

describe('trimmed', () => {
  it('takes blanks off, and calls what has no title otherwise', () => {
    expect(trimmed({ title: ' Báo cáo ', documentNumber: ' 1 ', issuedOn: null, issuer: ' Sở ' }, 'tệp.pdf')).toEqual({ title: 'Báo cáo', documentNumber: '1', issuedOn: null, issuer: 'Sở' });
    expect(trimmed({ title: '  ', documentNumber: '', issuedOn: null, issuer: '' }, 'tệp.pdf').title).toBe('tệp.pdf');
  });
});

describe('referenceOf', () => {
  it.each([
    ['https://vanban.tuyenquang.gov.vn/12', 'https://vanban.tuyenquang.gov.vn/12'],
    ['  HTTPS://VanBan.gov.vn/Số 5  ', 'https://vanban.gov.vn/S%E1%BB%91%205'],
  ])('takes %s', (url, expected) => expect(referenceOf(url, '')).toBe(expected));

  it.each(['http://vanban.gov.vn', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'vanban.gov.vn', '//vanban.gov.vn', 'https://a:b@vanban.gov.vn', 'https://may-chu/x', 'ftp://x.vn'])(
    'refuses %s',
    (url) => expect(() => referenceOf(url, '12/BC')).toThrow(expect.objectContaining({ code: 'evidence.link-invalid', errors: [expect.objectContaining({ pointer: '/url' })] })),
  );

  it('takes a bare document number, and refuses neither', () => {
    expect(referenceOf(null, '12/BC')).toBeNull();
    expect(referenceOf('  ', '12/BC')).toBeNull();
    expect(() => referenceOf(null, '  ')).toThrow(expect.objectContaining({ code: 'evidence.link-invalid' }));
  });
});

describe('isCalendarDay', () => {
  it.each(['2026-01-01', '2024-02-29', '1999-12-31'])('knows %s', (day) => expect(isCalendarDay(day)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '1899-01-01', '2026-01-01T00:00:00Z', '', 20260101, null, undefined])('refuses %j', (day) => expect(isCalendarDay(day)).toBe(false));
});
