import type { DomainError } from '../../platform/problem/domain-error';
import { assertPart, assertTus, uploadLengthOf, uploadMetadataOf, uploadOffsetOf } from './upload-headers';

const ID = '3f0e8a52-6c1a-4d77-9a38-7e3c1d2b4a5f';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const header = (pairs: Readonly<Record<string, string>>): string => Object.entries(pairs).map(([key, value]) => `${key} ${base64(value)}`).join(',');

function refusalOf(work: () => unknown): readonly [string, string | undefined] | null {
  try {
    work();
    return null;
  } catch (error) {
    const { code, errors } = error as DomainError;
    return [code, errors[0]?.pointer];
  }
}

describe('the headers of an upload', () => {
  it('speak tus 1.0.0 and nothing else', () => {
    expect(refusalOf(() => assertTus('1.0.0'))).toBeNull();
    for (const version of [undefined, '', '0.2.2', '2', '1.0.0, 1.0.0']) {
      expect(refusalOf(() => assertTus(version))).toEqual(['upload.protocol', undefined]);
    }
  });

  it('announce from one byte to the limit', () => {
    expect(uploadLengthOf('1', 100)).toBe(1);
    expect(uploadLengthOf('100', 100)).toBe(100);
    expect(refusalOf(() => uploadLengthOf('0', 100))).toEqual(['evidence.empty', undefined]);
    expect(refusalOf(() => uploadLengthOf('101', 100))).toEqual(['evidence.too-large', undefined]);
    expect(refusalOf(() => uploadLengthOf('999999999999999', 100))).toEqual(['evidence.too-large', undefined]);
  });

  it.each([undefined, '', '-1', '1e9', '0x10', '1.5', ' 7', 'NaN', '99999999999999999999999', '1,2'])('announce no «%s»', (length) => {
    expect(refusalOf(() => uploadLengthOf(length, 100))).toEqual(['request.invalid', '/Upload-Length']);
    expect(refusalOf(() => uploadOffsetOf(length))).toEqual(['request.invalid', '/Upload-Offset']);
  });

  it('go on from zero or more', () => expect([uploadOffsetOf('0'), uploadOffsetOf('4096')]).toEqual([0, 4096]));

  it('send parts as parts', () => {
    expect(refusalOf(() => assertPart('application/offset+octet-stream'))).toBeNull();
    expect(refusalOf(() => assertPart('application/json'))).toEqual(['request.media-type', undefined]);
    expect(refusalOf(() => assertPart(undefined))).toEqual(['request.media-type', undefined]);
  });
});

describe('what an upload says of itself', () => {
  it('is its name and the criterion under which it goes', () => {
    expect(uploadMetadataOf(header({ filename: 'Báo cáo số 12.pdf', assessmentId: ID.toUpperCase(), code: '1.1' }))).toEqual({ filename: 'Báo cáo số 12.pdf', assessmentId: ID, code: '1.1' });
  });

  it('or the document whose file it replaces', () => expect(uploadMetadataOf(header({ filename: 'a.pdf', documentId: ID }))).toEqual({ filename: 'a.pdf', documentId: ID }));

  it('may hold more, which is passed over', () => {
    expect(uploadMetadataOf(`${header({ filename: 'a.pdf', documentId: ID, filetype: 'application/pdf' })},is_confidential`)).toEqual({ filename: 'a.pdf', documentId: ID });
  });

  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['empty', ''],
    ['not base64', `filename báo-cáo.pdf,documentId ${base64(ID)}`],
    ['base64 cut short', `filename YQ=,documentId ${base64(ID)}`],
    ['one name twice', `filename ${base64('a')},filename ${base64('b')},documentId ${base64(ID)}`],
    ['three words', `filename ${base64('a')} more,documentId ${base64(ID)}`],
    ['no UTF-8', `filename ${Buffer.from([0xff, 0xfe]).toString('base64')},documentId ${base64(ID)}`],
    ['NUL', header({ filename: 'a\0b', documentId: ID })],
    ['no name', header({ documentId: ID })],
    ['a name of blanks', header({ filename: '  ', documentId: ID })],
    ['a name without end', header({ filename: 'a'.repeat(501), documentId: ID })],
    ['no target', header({ filename: 'a.pdf' })],
    ['two targets', header({ filename: 'a.pdf', documentId: ID, assessmentId: ID, code: '1.1' })],
    ['a target that is no id', header({ filename: 'a.pdf', documentId: '../etc/passwd' })],
    ['an assessment without a criterion', header({ filename: 'a.pdf', assessmentId: ID })],
    ['a criterion without end', header({ filename: 'a.pdf', assessmentId: ID, code: '1'.repeat(101) })],
  ])('is refused when it is %s', (_, metadata) => expect(refusalOf(() => uploadMetadataOf(metadata))).toEqual(['request.invalid', '/Upload-Metadata']));
});
