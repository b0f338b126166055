import type { EvidenceLinkView } from '@par-index/contract';
import { firstToOpen, sourceOf } from './evidence-source';

function link(id: string, mediaType: 'application/pdf' | 'image/png' | 'application/vnd.openxmlformats-officedocument.presentationml.presentation' | null): EvidenceLinkView {
  const file = mediaType && { name: `${id}.tep`, mediaType, bytes: 10, sha256: 'x', fileVersion: 2, pages: null };
  const described = { id, agencyId: 'a', title: id, documentNumber: '', issuedOn: null, issuer: '', url: null, file, usedBy: 1, createdAt: '', createdBy: '', version: 1 };
  return { id, code: '1.1', round: 'self-assessment', late: false, section: '', page: null, anchors: [], newerFileVersion: null, document: described };
}

const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

it('The first document that can be shown in the page is opened', () => {
  expect(firstToOpen([link('so', null), link('trinh-chieu', slides), link('anh', 'image/png')])?.id).toBe('anh');
  expect(firstToOpen([link('trinh-chieu', slides)])?.id).toBe('trinh-chieu');
  expect(firstToOpen([])).toBeNull();
});

it('The version that was linked is shown, and a number alone has no bytes', () => {
  expect(sourceOf(link('bc', 'application/pdf'))).toMatchObject({ url: '/api/v1/evidence-documents/bc/content?fileVersion=2&inline=true', downloadUrl: '/api/v1/evidence-documents/bc/content?fileVersion=2' });
  expect(sourceOf(link('so', null))).toBeNull();
});
