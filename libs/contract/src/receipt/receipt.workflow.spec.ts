import type { Actor, Role } from '../access/permissions';
import { readReceiptNumber, RECEIPT_ALPHABET, RECEIPT_FIELD_WORDS, RECEIPT_FIELDS, receiptFileRefusalOf, receiptNumber } from './receipt.workflow';

const OWN = 'so-y-te';
const actor = (role: Role, agencyId: string): Pick<Actor, 'grants'> => ({ grants: [{ role, agencyId }] });

describe('the number of a receipt', () => {
  it('has the year and two groups of five', () => expect(receiptNumber(2026, '7K3QX9WM2P')).toBe('BN2026-7K3QX-9WM2P'));

  it.each([...RECEIPT_ALPHABET])('may hold %s', (character) => {
    const number = receiptNumber(2026, character.repeat(10));
    expect(readReceiptNumber(number)).toBe(number);
  });

  it.each(['7K3QX9WM2', '7K3QX9WM2PP', '7K3QX9WM2U', '7K3QX9WM2O', '7k3qx9wm2p', ''])('is not made of «%s»', (characters) => {
    expect(() => receiptNumber(2026, characters)).toThrow(RangeError);
  });

  it.each([
    'BN2026-7K3QX-9WM20',
    'bn2026-7k3qx-9wm20',
    ' BN2026 7K3QX 9WM20 ',
    'BN20267K3QX9WM20',
    'BN2026-7K3QX-9WM2O',
    'bn2026-7k3qx-9wm2o',
  ])('is read as typed: «%s»', (typed) => expect(readReceiptNumber(typed)).toBe('BN2026-7K3QX-9WM20'));

  it('takes I and L for 1', () => expect(readReceiptNumber('BN2026-IL111-11111')).toBe('BN2026-11111-11111'));

  it.each(['', 'BN2026', 'BN2026-7K3QX-9WM2U', 'XX2026-7K3QX-9WM2P', 'BN26-7K3QX-9WM2P', 'BN2O26-7K3QX-9WM2P', 'BN2026-7K3QX-9WM2P-1', "BN2026-7K3QX-9WM2'"])('is not «%s»', (typed) =>
    expect(readReceiptNumber(typed)).toBeNull(),
  );
});

describe('the file of a receipt', () => {
  it.each<Role>(['agency-officer', 'agency-head'])('is for the %s of the agency', (role) => {
    expect(receiptFileRefusalOf(actor(role, OWN), { agencyId: OWN })).toBeNull();
  });

  it.each<Role>(['agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member', 'council-chair', 'leader', 'admin'])('is not there for a %s of elsewhere', (role) => {
    expect(receiptFileRefusalOf(actor(role, 'so-noi-vu'), { agencyId: OWN })).toBe('record.not-found');
  });

  it.each<Role>(['appraiser', 'home-affairs', 'council-member', 'council-chair', 'leader', 'admin'])('is not there for a %s of the agency itself', (role) => {
    expect(receiptFileRefusalOf(actor(role, OWN), { agencyId: OWN })).toBe('record.not-found');
  });
});

it('has a word of its own for each field', () => {
  expect(new Set(Object.values(RECEIPT_FIELD_WORDS)).size).toBe(RECEIPT_FIELDS.length);
});
