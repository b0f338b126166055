import { QueryFailedError } from 'typeorm';
import { refuseDuplicates } from './refuse-duplicates';
import { isDuplicate, isWorthRetrying, sqlStateOf } from './retry';

const failed = (code: string) => new QueryFailedError('select 1', [], Object.assign(new Error('refused'), { code }));
const FIELD = { pointer: '/code', detail: 'Đã có.' };

describe('what a failure of the database means', () => {
  it.each(['40001', '40P01'])('%s asks for the work again', (code) => expect(isWorthRetrying(failed(code))).toBe(true));
  it.each(['23505', '22001', '57014'])('%s does not', (code) => expect(isWorthRetrying(failed(code))).toBe(false));
  it('is a duplicate only by its code', () => expect([isDuplicate(failed('23505')), isDuplicate(failed('23503'))]).toEqual([true, false]));
  it.each([null, undefined, 'text', new Error('x'), { code: 'ECONNREFUSED' }, { code: 7 }])('is nothing for %p', (error) => {
    expect(sqlStateOf(error)).toBeNull();
  });
});

describe('refuseDuplicates', () => {
  it('gives what was written', () => expect(refuseDuplicates(() => Promise.resolve(7), FIELD)).resolves.toBe(7));
  it('names the field of a key that is taken', () =>
    expect(refuseDuplicates(() => Promise.reject(failed('23505')), FIELD)).rejects.toMatchObject({ code: 'record.duplicate', errors: [{ ...FIELD, code: 'duplicate' }] }));
  it('leaves every other failure as it is', () => expect(refuseDuplicates(() => Promise.reject(failed('23503')), FIELD)).rejects.toThrow('refused'));
});
