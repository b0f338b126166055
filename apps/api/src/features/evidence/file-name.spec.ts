import type { EvidenceMediaType } from '@par-index/contract';
import { contentDisposition, evidenceFileName } from './file-name';

const PDF = 'application/pdf';

describe('evidenceFileName', () => {
  it.each<[string, EvidenceMediaType, string]>([
    ['Công văn số 12.pdf', PDF, 'Công văn số 12.pdf'],
    ['KẾ HOẠCH.PDF', PDF, 'KẾ HOẠCH.PDF'],
    ['../../etc/passwd', PDF, 'passwd.pdf'],
    ['C:\\Users\\Lan\\báo cáo.pdf', PDF, 'báo cáo.pdf'],
    ['bao-cao.exe', PDF, 'bao-cao.exe.pdf'],
    ['ảnh.jpeg', 'image/jpeg', 'ảnh.jpeg'],
    ['ảnh.png', 'image/jpeg', 'ảnh.png.jpg'],
    ['', PDF, 'tai-lieu.pdf'],
    ['.pdf', PDF, 'pdf.pdf'],
    ['...', PDF, 'tai-lieu.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', PDF, 'a Set-Cookie x=1.pdf'],
    ['hoá đơn\u202Efdp.exe', PDF, 'hoá đơn fdp.exe.pdf'],
    ['hỏi? "gì" <b>.pdf', PDF, 'hỏi gì b.pdf'],
    ['dấu chấm . .pdf', PDF, 'dấu chấm.pdf'],
    ['nul\u0000l.pdf', PDF, 'nul l.pdf'],
  ])('of %j that is %s becomes %j', (given, mediaType, expected) => expect(evidenceFileName(given, mediaType)).toBe(expected));

  it('joins letters that came apart', () => expect(evidenceFileName('Qu\u0079\u1EBFt \u0111i\u0323nh.pdf'.normalize('NFD'), PDF)).toBe('Quyết định.pdf'.normalize('NFC')));

  it('cuts a long name between characters and keeps its ending', () => {
    const name = evidenceFileName(`${'😀'.repeat(300)}.pdf`, PDF);
    expect(name).toBe(`${'😀'.repeat(160)}.pdf`);
  });
});

describe('contentDisposition', () => {
  it('gives the Vietnamese name and one that every client can read', () => {
    expect(contentDisposition('attachment', 'Đề án số 5.pdf')).toBe(
      `attachment; filename="De an so 5.pdf"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20s%E1%BB%91%205.pdf`,
    );
  });

  it('lets nothing of the name out of its quotes', () => {
    expect(contentDisposition('inline', `a"b\\c%41'(x)*.pdf`)).toBe(
      `inline; filename="a_b_c_41'(x)*.pdf"; filename*=UTF-8''a%22b%5Cc%2541%27%28x%29%2A.pdf`,
    );
  });
});
