import type { EvidenceLinkView } from '@par-index/contract';
import { firstToOpen, sourceOf } from './evidence-source';

function link(id: string, mediaType: 'application/pdf' | 'image/png' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' | null): EvidenceLinkView {
  const file = mediaType && { name: `${id}.tep`, mediaType, bytes: 10, sha256: 'x', fileVersion: 2 };
  const described = { id, agencyId: 'a', title: id, documentNumber: '', issuedOn: null, issuer: '', url: null, file, usedBy: 1, createdAt: '', createdBy: '', version: 1 };
  return { id, code: '1.1', section: '', page: null, document: described };
}

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

it('The first document that can be shown in the page is opened', () => {
  expect(firstToOpen([link('so', null), link('bang', sheet), link('anh', 'image/png')])?.id).toBe('anh');
  expect(firstToOpen([link('bang', sheet)])?.id).toBe('bang');
  expect(firstToOpen([])).toBeNull();
});

it('The version that was linked is shown, and a number alone has no bytes', () => {
  expect(sourceOf(link('bc', 'application/pdf'))).toMatchObject({ url: '/api/v1/evidence-documents/bc/content?fileVersion=2&inline=true', downloadUrl: '/api/v1/evidence-documents/bc/content?fileVersion=2' });
  expect(sourceOf(link('so', null))).toBeNull();
});
