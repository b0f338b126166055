import type { DocumentUse, EvidenceAnchorView, EvidenceLinkView } from '@par-index/contract';
import { newerVersionInWords, pageGoneInWords, standingInWords } from './anchor-words';
import { documentInWords, sourceOfVersion, usesInWords } from './document-words';

const use = (year: number, code: string): DocumentUse => ({ assessmentId: 'a', year, cycleTitle: '', code, round: 'self-assessment', fileVersion: null });
const anchor = (page: number, fileVersion: number): EvidenceAnchorView => ({ page, box: null, note: '', fileVersion });

describe('a document in words', () => {
  it('is its number, day and issuer, as far as they are known', () => {
    expect(documentInWords({ documentNumber: '12/BC', issuedOn: '2026-02-03', issuer: 'Sở Y tế' })).toBe('12/BC ngày 03/02/2026, Sở Y tế');
    expect(documentInWords({ documentNumber: '', issuedOn: null, issuer: 'Sở Y tế' })).toBe('Sở Y tế');
  });

  it('stands cycle by cycle, in the order of the criteria, each once', () => {
    expect(usesInWords([use(2026, '1.10'), use(2026, '1.2'), use(2026, '1.2'), use(2025, '3.1')])).toBe('Kỳ 2026: 1.2, 1.10 · Kỳ 2025: 3.1');
  });

  it('names a few criteria and counts the rest', () => {
    const many = Array.from({ length: 11 }, (_, index) => use(2026, `1.${index + 1}`));
    expect(usesInWords(many)).toBe('Kỳ 2026: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 và 3 tiêu chí khác');
  });

  it('is looked at in the version that was asked for', () => {
    expect(sourceOfVersion({ id: 'd', title: '' }, { fileVersion: 3, mediaType: 'application/pdf', bytes: 9, name: 'a.pdf' })).toEqual({
      ...{ url: '/api/v1/evidence-documents/d/content?fileVersion=3&inline=true', downloadUrl: '/api/v1/evidence-documents/d/content?fileVersion=3' },
      ...{ mediaType: 'application/pdf', name: 'a.pdf', bytes: 9 },
    });
  });
});

describe('a place in words', () => {
  const file = { fileVersion: 2, pages: 3 };

  it('is stale on a page that is gone, and doubtful on another version', () => {
    expect(standingInWords(anchor(4, 1), file)).toBe('trang không còn trong phiên bản mới');
    expect(standingInWords(anchor(3, 1), file)).toBe('đặt trên phiên bản 1, cần xem lại');
    expect(standingInWords(anchor(3, 2), file)).toBeNull();
  });

  it('is told where the stated page is gone, with how many there are', () => {
    expect(pageGoneInWords(4, file)).toBe('trang không còn trong phiên bản này (tệp có 3 trang)');
    expect([pageGoneInWords(3, file), pageGoneInWords(null, file), pageGoneInWords(4, { pages: null }), pageGoneInWords(4, null)]).toEqual([null, null, null, null]);
  });

  it('is told that there is a newer version than the one handed in', () => {
    const link = { newerFileVersion: 3, document: { file } } as unknown as EvidenceLinkView;
    expect(newerVersionInWords(link)).toBe('Đã có phiên bản 3; hồ sơ giữ phiên bản 2 đã nộp.');
    expect(newerVersionInWords({ ...link, newerFileVersion: null })).toBeNull();
  });
});
