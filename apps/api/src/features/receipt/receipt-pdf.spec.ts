import type { Receipt, ReceiptFacts } from '@par-index/contract';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ServerKey } from '../../platform/signature/server-key';
import { squaresOf } from './receipt-code';
import { receiptPdf } from './receipt-pdf';
import { sealed } from './receipt-seal';

const PLACE = { origin: 'https://par.example', province: 'Tuyên Quang', seal: { number: 12, root: 'ab'.repeat(32) } };

const facts = (overrides: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  ...{ format: 'par-index-receipt/1', number: 'BN2026-7K3QX-9WM2P', issuedAt: '2026-11-20T02:10:00.000Z', assessmentId: 's', round: 'self-assessment' },
  agency: { id: 'a', code: 'xa-dong-van', name: 'Ủy ban nhân dân xã Đồng Văn' },
  cycle: { id: 'c', year: 2026, title: 'Kỳ đánh giá năm 2026' },
  criteriaSet: { code: 'xa-2026', versionNumber: 2, digest: 'b'.repeat(64) },
  signedBy: { name: 'Nguyễn Thị Quỳnh', inPlaceOf: 'Lưu Ngữ' },
  ...{ deadlineAt: '2026-11-19T10:00:00.000Z', late: true, replaces: 'BN2026-00000-00000', entries: [], documents: [] },
  ...overrides,
});

describe('the page of a receipt', () => {
  const key = ServerKey.generate();
  const issue = (given = facts()): Promise<Receipt> => sealed(given, (text) => Promise.resolve({ keyId: key.keyId, signature: key.sign(text) }));

  async function read(bytes: Buffer): Promise<{ readonly pages: number; readonly words: string; readonly size: readonly number[] }> {
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent();
    return { pages: pdf.numPages, words: items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ').normalize('NFC'), size: page.view.slice(2).map(Math.round) };
  }

  it('is one of A4, in Vietnamese letters, with everything that matters', async () => {
    const receipt = await issue();
    const { pages, words, size } = await read(await receiptPdf(receipt, PLACE));
    expect({ pages, size }).toEqual({ pages: 1, size: [595, 842] });
    for (const told of ['BIÊN NHẬN NỘP TỰ ĐÁNH GIÁ', 'BN2026-7K3QX-9WM2P', 'Ủy ban nhân dân xã Đồng Văn', '09 giờ 10 ngày 20/11/2026', 'Nộp sau hạn', 'Nguyễn Thị Quỳnh (thay mặt Lưu Ngữ)', 'BN2026-00000-00000']) {
      expect(words).toContain(told);
    }
    expect(words.replaceAll(' ', '')).toContain(receipt.seal.digest);
    expect(words.replaceAll(' ', '')).toContain(`Số12,gốc${PLACE.seal.root}`);
  });

  it('stays one with the longest names', async () => {
    const long = 'Ban Quản lý các khu công nghiệp và khu kinh tế cửa khẩu Thanh Thủy '.repeat(4);
    const given = facts({ agency: { id: 'a', code: 'x', name: long }, cycle: { id: 'c', year: 2026, title: long }, signedBy: { name: long.slice(0, 200), inPlaceOf: long.slice(0, 200) } });
    expect(await read(await receiptPdf(await issue(given), PLACE))).toMatchObject({ pages: 1 });
  });

  it('says where the log is not sealed yet', async () => {
    expect((await read(await receiptPdf(await issue(), { ...PLACE, seal: null }))).words).toContain('nhật ký được niêm phong mỗi phút');
  });

  it('is the same bytes each time', async () => {
    const receipt = await issue();
    expect((await receiptPdf(receipt, PLACE)).equals(await receiptPdf(receipt, PLACE))).toBe(true);
  });

  it('has a code of dark squares with the three marks of a QR code', () => {
    const { side, dark } = squaresOf('https://par.example/public/receipts/BN2026-7K3QX-9WM2P');
    const isDark = new Set(dark.map(([x, y]) => `${x},${y}`));
    for (const [x, y] of [[0, 0], [side - 7, 0], [0, side - 7]] as const) {
      expect([0, 6].every((by) => isDark.has(`${x + by},${y}`) && isDark.has(`${x},${y + by}`))).toBe(true);
      expect(isDark.has(`${x + 1},${y + 1}`)).toBe(false);
    }
  });
});
