import { documentDates, sharedFile, signatureTimes } from './document-hints';
import { aDocument, aSubject } from './hint-subject.fixture';
import { hintsOf, keyOf } from './hints-of';
import { statedDeadline } from './stated-deadline';

const signedAt = (moment: string | null) => ({ ...aDocument, signatures: [{ signedAt: moment, hasByteRange: true }] });
const kindsOf = (hints: readonly { readonly kind: string }[]) => hints.map(({ kind }) => kind);

describe('a file that another agency handed in too', () => {
  it('is named with the agencies', () => {
    expect(sharedFile(aSubject('1.1', { documents: [{ ...aDocument, sharedWith: ['Sở A', 'Sở B'] }, aDocument] }))).toMatchObject([
      { kind: 'shared-file', linkId: 'link', sentence: 'Tệp của «Kế hoạch» giống hệt tệp mà Sở A, Sở B đã nộp trong kỳ này.' },
    ]);
  });
});

describe('the date of a document', () => {
  it('is told where it is of another year', () => {
    expect(documentDates(aSubject('1.1', { documents: [{ ...aDocument, issuedOn: '2025-12-30' }] }))).toMatchObject([{ kind: 'dated-outside-year', sentence: '«Kế hoạch» ghi ngày 30/12/2025, ngoài năm đánh giá 2026.' }]);
    expect(documentDates(aSubject('1.1', { documents: [{ ...aDocument, issuedOn: '2026-01-01' }, { ...aDocument, issuedOn: '2026-12-31' }, aDocument] }))).toEqual([]);
  });

  it('is told where it is after the day that the criterion names; a holiday moves that day on', () => {
    const of = (issuedOn: string) => documentDates(aSubject('1.3', { documents: [{ ...aDocument, issuedOn }] }));
    expect(of('2026-02-23')).toEqual([]);
    expect(of('2026-02-24')).toMatchObject([{ kind: 'dated-after-deadline', sentence: '«Kế hoạch» ghi ngày 24/02/2026, sau hạn của tiêu chí: 23/02/2026 (ngày 14/02/2026 là thứ Bảy, lấy ngày làm việc tiếp theo).' }]);
  });
});

describe('the day that words name', () => {
  it.each([
    ['Ban hành trước ngày 15/12', '2026-12-14', '2026-12-14'],
    ['Gửi chậm nhất là ngày 30/04/2026', '2026-04-30', '2026-05-04'],
    ['Hạn cuối 05/01/2027', '2027-01-05', '2027-01-05'],
    ['không muộn hơn ngày 1-7', '2026-07-01', '2026-07-01'],
  ])('of «%s» is %s, and counts until %s', (words, day, lastDay) => {
    expect(statedDeadline(words, 2026)).toMatchObject({ day, lastDay });
  });

  it.each(['Đúng hạn UBND tỉnh ấn định', 'trước ngày 31/02', 'trước hết', 'ngày 15/12', ''])('is none in «%s»', (words) => {
    expect(statedDeadline(words, 2026)).toBeNull();
  });
});

describe('the time of a signature', () => {
  it('is told where it lies after the submission, and only as what the file says', () => {
    const [hint] = signatureTimes(aSubject('1.1', { submittedAt: new Date('2026-11-01T00:00:00Z'), documents: [signedAt('2026-11-02T01:30:00.000Z')] }));
    expect(hint).toMatchObject({
      kind: 'signed-after-submission',
      sentence: 'Thời điểm ký ghi trong tệp của «Kế hoạch» là 08 giờ 30 ngày 02/11/2026, sau khi hồ sơ được nộp lúc 07 giờ 00 ngày 01/11/2026.',
    });
  });

  it('is of the day in Vietnam', () => {
    expect(signatureTimes(aSubject('1.1', { documents: [signedAt('2025-12-31T17:00:00.000Z')] }))).toEqual([]);
    expect(kindsOf(signatureTimes(aSubject('1.1', { documents: [signedAt('2025-12-31T16:59:59.000Z')] })))).toEqual(['signed-outside-year']);
  });

  it('is told where it lies after the deadline, and once however often it was signed then', () => {
    const twice = { ...aDocument, signatures: [1, 2].map(() => ({ signedAt: '2026-03-01T00:00:00.000Z', hasByteRange: true })) };
    expect(kindsOf(signatureTimes(aSubject('1.3', { documents: [twice] })))).toEqual(['signed-after-deadline']);
    expect(signatureTimes(aSubject('1.3', { documents: [signedAt(null)] }))).toEqual([]);
  });
});

describe('the key of a hint', () => {
  it('stays with its facts and goes with them', () => {
    const subject = (issuedOn: string) => aSubject('1.1', { documents: [{ ...aDocument, issuedOn }] });
    const [one, same, other] = [subject('2025-12-30'), subject('2025-12-30'), subject('2025-12-29')].map((dated) => hintsOf(dated)[0]?.key);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
    expect(keyOf({ kind: 'shared-file', facts: { a: 1, b: 2 } })).toBe(keyOf({ kind: 'shared-file', facts: { b: 2, a: 1 } }));
  });
});
