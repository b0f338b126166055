import { DOCUMENT_KINDS, EVIDENCE_TYPES, type EvidenceMediaType } from '@par-index/contract';
import { KIND_WORDS, kindOf } from './kind-words';

const fileOf = (mediaType: EvidenceMediaType) => ({ name: 'a', mediaType, bytes: 1, sha256: 'a', fileVersion: 1, pages: null });

describe('the kind of a document', () => {
  it('is that of its file, whatever address it has besides', () => {
    expect(kindOf({ file: fileOf('image/jpeg'), url: 'https://a.vn' })).toBe('picture');
    expect(kindOf({ file: fileOf('application/pdf'), url: null })).toBe('pdf');
  });

  it('is a link or a bare number where there is no file', () => {
    expect([kindOf({ file: null, url: 'https://a.vn' }), kindOf({ file: null, url: null })]).toEqual(['link', 'number']);
  });

  it('has a word, for every type that is taken', () => {
    const kinds = (Object.keys(EVIDENCE_TYPES) as EvidenceMediaType[]).map((mediaType) => kindOf({ file: fileOf(mediaType), url: null }));
    expect(kinds.every((kind) => KIND_WORDS[kind] !== '')).toBe(true);
    expect(Object.keys(KIND_WORDS).sort()).toEqual([...DOCUMENT_KINDS].sort());
  });
});
