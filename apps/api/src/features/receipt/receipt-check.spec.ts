import { type Receipt, RECEIPT_FIELDS, type ReceiptFacts, type SubmittedAnswer, type SubmittedDocument } from '@par-index/contract';
import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '../../platform/digest/canonical-json';
import { digestOf } from '../../platform/digest/digest';
import { ServerKey } from '../../platform/signature/server-key';
import { contentFindings } from './content-check';
import { receiptFindings } from './receipt-check';
import { differencesFrom } from './receipt-difference';
import { digestsOf, sealed, toDocument, toEntry } from './receipt-seal';

const KEY = ServerKey.generate();
const KEYS = new Map([[KEY.keyId, KEY.publicKey]]);

const ENTRIES: readonly SubmittedAnswer[] = [
  { code: '1.1', answer: { numerator: 19, denominator: 20 }, note: 'Báo cáo «12»', evidenceExplanation: '' },
  { code: '1.2', answer: null, note: 'Không phát sinh', evidenceExplanation: '' },
];
const DOCUMENTS: readonly SubmittedDocument[] = [
  {
    ...{ code: '1.1', documentId: '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f', title: 'Báo cáo', documentNumber: '12/BC', issuedOn: '2026-06-30', issuer: 'Sở Y tế', url: null },
    ...{ section: 'II', page: 3, fileVersion: 2, fileName: 'bao-cao.pdf', sha256: 'a'.repeat(64) },
  },
];
const FACTS: ReceiptFacts = {
  ...{ format: 'par-index-receipt/1', number: 'BN2026-7K3QX-9WM2P', issuedAt: '2026-11-20T02:10:00.000Z' },
  agency: { id: 'a', code: 'so-y-te', name: 'Sở Y tế' },
  cycle: { id: 'c', year: 2026, title: 'Kỳ 2026' },
  ...{ assessmentId: 's', round: 'self-assessment' },
  criteriaSet: { code: 'so-2026', versionNumber: 2, digest: 'b'.repeat(64) },
  signedBy: { name: 'Nguyễn Văn A', inPlaceOf: null },
  ...{ deadlineAt: '2026-11-30T10:00:00.000Z', late: false, replaces: null },
  entries: ENTRIES.map(toEntry),
  documents: DOCUMENTS.map(toDocument),
};

const OTHERS: Readonly<Record<keyof ReceiptFacts, unknown>> = {
  ...{ format: 'par-index-receipt/2', number: 'BN2026-7K3QX-9WM2Q', issuedAt: '2026-11-20T02:10:00.001Z' },
  agency: { ...FACTS.agency, name: 'Sở Y Tế' },
  cycle: { ...FACTS.cycle, year: 2025 },
  ...{ assessmentId: 't', round: 'explanation' },
  criteriaSet: { ...FACTS.criteriaSet, versionNumber: 3 },
  signedBy: { ...FACTS.signedBy, inPlaceOf: 'Ai đó' },
  ...{ deadlineAt: '2026-12-30T10:00:00.000Z', late: true, replaces: 'BN2026-00000-00000' },
  entries: FACTS.entries.slice(1),
  documents: FACTS.documents.map((document) => ({ ...document, sha256: 'c'.repeat(64) })),
};

const issue = (facts: ReceiptFacts = FACTS, key = KEY): Promise<Receipt> => sealed(facts, (text) => Promise.resolve({ keyId: key.keyId, signature: key.sign(text) }));
const pointersOf = (shown: unknown, keys = KEYS): readonly string[] => receiptFindings(shown, keys).map(({ pointer }) => pointer);

describe('a receipt', () => {
  let receipt: Receipt;
  beforeAll(async () => {
    receipt = await issue();
  });

  it('is genuine as it was handed out, in whatever order its fields are written', () => {
    expect(pointersOf(receipt)).toEqual([]);
    expect(pointersOf(JSON.parse(canonicalJson(receipt)))).toEqual([]);
  });

  it('is signed as node itself checks it, by nothing of ours', () => {
    const { digest, signature } = receipt.seal;
    expect(verify(null, Buffer.from(`par-index-receipt/1:${digest}`), createPublicKey(KEY.publicKey), Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('has nothing that tells an answer', () => expect(JSON.stringify(receipt)).not.toMatch(/numerator|Báo cáo «12»|Không phát sinh|bao-cao\.pdf/));

  it.each(RECEIPT_FIELDS)('with another %s is refused, and the field named', (field) => {
    expect(pointersOf({ ...receipt, [field]: OTHERS[field] })).toEqual([`/${field}`]);
  });

  it.each(RECEIPT_FIELDS)('without %s is refused, and the field named', (field) => {
    const { [field]: _, ...rest } = receipt;
    expect(pointersOf(rest)).toEqual([`/${field}`]);
  });

  it.each(RECEIPT_FIELDS)('with another %s and its digest with it is refused', (field) => {
    const digests = { ...receipt.seal.digests, [field]: digestOf(OTHERS[field]) };
    expect(pointersOf({ ...receipt, [field]: OTHERS[field], seal: { ...receipt.seal, digests } })).toEqual(['/seal/digest']);
  });

  it.each(RECEIPT_FIELDS)('with another %s and all digests after it is refused for its signature; what is kept names the place', (field) => {
    const facts = { ...FACTS, [field]: OTHERS[field] } as ReceiptFacts;
    const digests = digestsOf(facts);
    const shown = { ...facts, seal: { ...receipt.seal, digests, digest: digestOf(digests) } };
    expect(pointersOf(shown)).toEqual(['/seal/signature']);
    expect(differencesFrom(receipt, shown).map(({ pointer }) => pointer.split('/')[1])).toContain(field);
  });

  it.each([
    ['a field too many', (given: Receipt) => ({ ...given, points: 100 }), ['/points']],
    ['a field too many in the seal', (given: Receipt) => ({ ...given, seal: { ...given.seal, by: 'x' } }), ['/seal/by']],
    ['another algorithm', (given: Receipt) => ({ ...given, seal: { ...given.seal, algorithm: 'none' } }), ['/seal/algorithm']],
    ['a key of elsewhere', (given: Receipt) => ({ ...given, seal: { ...given.seal, keyId: '0000000000000000' } }), ['/seal/keyId']],
    ['a number for a key', (given: Receipt) => ({ ...given, seal: { ...given.seal, keyId: 7 } }), ['/seal/keyId']],
    ['another digest', (given: Receipt) => ({ ...given, seal: { ...given.seal, digest: 'a'.repeat(64) } }), ['/seal/digest', '/seal/signature']],
    ['another signature', (given: Receipt) => ({ ...given, seal: { ...given.seal, signature: ServerKey.generate().sign('x') } }), ['/seal/signature']],
    ['no signature', (given: Receipt) => ({ ...given, seal: { ...given.seal, signature: null } }), ['/seal/signature']],
    ['a digest too many', (given: Receipt) => ({ ...given, seal: { ...given.seal, digests: { ...given.seal.digests, x: 'a' } } }), ['/seal/digest']],
  ])('with %s is refused, and the place named', (_, change, pointers) => expect(pointersOf(change(receipt))).toEqual(pointers));

  it.each([null, 7, 'x', [], {}, { seal: {} }, { seal: { digests: [] } }])('is not %j', (shown) => expect(pointersOf(shown)).toEqual(['']));

  it('of a key that is no longer used stays genuine while its public half is known', async () => {
    const old = ServerKey.generate();
    const former = await issue(FACTS, old);
    expect(pointersOf(former)).toEqual(['/seal/keyId']);
    expect(pointersOf(former, new Map([...KEYS, [old.keyId, old.publicKey]]))).toEqual([]);
  });

  it('signed by a stranger who gives the server\'s key is refused', async () => {
    const forged = await issue(FACTS, ServerKey.generate());
    expect(pointersOf({ ...forged, seal: { ...forged.seal, keyId: KEY.keyId } })).toEqual(['/seal/signature']);
  });

  describe('and the content', () => {
    const content = { number: FACTS.number, entries: ENTRIES, documents: DOCUMENTS };
    const detailsOf = (shown: unknown): readonly string[] => contentFindings(receipt, shown).map(({ detail }) => detail);

    it('that it is for', () => expect(detailsOf(content)).toEqual([]));

    it.each([
      ['an answer', { ...content, entries: [{ ...ENTRIES[0], answer: { numerator: 20, denominator: 20 } }, ENTRIES[1]] }, 'Tiêu chí 1.1: nội dung khác'],
      ['a note', { ...content, entries: [ENTRIES[0], { ...ENTRIES[1], note: '' }] }, 'Tiêu chí 1.2: nội dung khác'],
      ['a criterion less', { ...content, entries: ENTRIES.slice(1) }, 'Tiêu chí 1.1: đã nộp nhưng không có'],
      ['a criterion more', { ...content, entries: [...ENTRIES, { ...ENTRIES[1], code: '1.3' }] }, 'Tiêu chí 1.3: không có trong'],
      ['a criterion twice', { ...content, entries: [...ENTRIES, { ...ENTRIES[1], note: 'khác' }] }, 'Tiêu chí 1.2: không có trong'],
      ['a file', { ...content, documents: [{ ...DOCUMENTS[0], sha256: 'd'.repeat(64) }] }, 'của tiêu chí 1.1: nội dung khác'],
      ['a page', { ...content, documents: [{ ...DOCUMENTS[0], page: 4 }] }, 'của tiêu chí 1.1: nội dung khác'],
      ['no documents', { ...content, documents: [] }, 'của tiêu chí 1.1: đã nộp nhưng không có'],
      ['another number', { ...content, number: 'BN2026-00000-00000' }, 'thuộc về một biên nhận khác'],
      ['no list', { ...content, entries: 7 }, 'Đây không phải tệp nội dung đã nộp'],
      ['nothing', null, 'Đây không phải tệp nội dung đã nộp'],
      ['a line that is none', { ...content, entries: [...ENTRIES, 'x'] }, 'x: không có trong'],
    ])('with another one: %s', (_, shown, detail) => expect(detailsOf(shown)).toEqual([expect.stringContaining(detail)]));
  });
});

it('tells of differences the place and never what stands there, and at most twenty', () => {
  const told = differencesFrom({ agency: { name: 'Kín' }, entries: Array.from({ length: 30 }, (_, at) => at) }, { agency: { name: 'Khác' }, entries: [] });
  expect(told).toHaveLength(20);
  expect(told[0]).toEqual({ pointer: '/agency/name', detail: '«Cơ quan» khác với biên nhận được lưu (/agency/name).' });
  expect(JSON.stringify(told)).not.toContain('Kín');
});
