import { etag, versionOf } from './if-match';
import { RecordId } from './record-id';
import { pageOf, sliceOf } from './page.dto';

describe('If-Match', () => {
  it('says the version as it was told', () => expect(versionOf(etag(7))).toBe(7));
  it.each(['"0"', ' "12" ', 'W/"3"'])('reads %s', (header) => expect(versionOf(header)).toBe(Number(/\d+/.exec(header)?.[0])));
  it('must be there', () => expect(() => versionOf(undefined)).toThrow('request.precondition-required'));
  it.each(['7', '*', '""', '"-1"', '"1.5"', '"x"', '"1", "2"', '"9999999999"'])('is not %s', (header) =>
    expect(() => versionOf(header)).toThrow('request.malformed'));
});

describe('RecordId', () => {
  it('takes an id', () => expect(new RecordId().transform('3F2C1D9E-8B7A-4C6D-9E5F-1A2B3C4D5E6F')).toBe('3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f'));
  it.each(['', '7', 'x'.repeat(36), '3f2c1d9e8b7a4c6d9e5f1a2b3c4d5e6f'])('finds no record by «%s»', (id) => expect(() => new RecordId().transform(id)).toThrow('record.not-found'));
});

describe('a page', () => {
  it('is the first of fifty where nothing is said', () => expect(sliceOf({})).toEqual({ page: 1, pageSize: 50, skip: 0 }));
  it('begins after those before it', () => expect(sliceOf({ page: 3, pageSize: 20 })).toEqual({ page: 3, pageSize: 20, skip: 40 }));
  it('says how many there are in all', () => expect(pageOf(['a'], 41, sliceOf({ page: 3, pageSize: 20 }))).toEqual({ items: ['a'], total: 41, page: 3, pageSize: 20 }));
});
