import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { aJpeg, anOfficeFile, aPdf, aPng } from '../../../test/factories/evidence-file.factory';
import { DiskEvidenceStore } from './disk-evidence-store';

const LIMITS = { maxBytes: 2 * 1024 * 1024 };
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Arrives in small pieces, as from a network. */
const arriving = (bytes: Buffer, size = 7): Readable =>
  Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size)));

describe('DiskEvidenceStore', () => {
  let folder: string;
  let store: DiskEvidenceStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'par-store-'));
    store = await DiskEvidenceStore.in(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const incoming = (): readonly string[] => readdirSync(join(folder, 'evidence/incoming'));
  const pathOf = (sha: string): string => join(folder, 'evidence', sha.slice(0, 2), sha.slice(2, 4), sha);
  const nothingIsLeft = (): void => expect(readdirSync(join(folder, 'evidence'))).toEqual(['incoming']) ?? expect(incoming()).toEqual([]);

  it('keeps a file under its digest, readable by its owner alone', async () => {
    const pdf = await aPdf();
    const sha256 = digestOf(pdf);
    expect(await store.put(arriving(pdf), LIMITS)).toEqual({ sha256, bytes: pdf.length, mediaType: 'application/pdf', pages: null });
    expect(await buffer(await store.open(sha256))).toEqual(pdf);
    expect(statSync(pathOf(sha256)).mode & 0o777).toBe(0o600);
    expect(incoming()).toEqual([]);
  });

  it('counts the pages of a PDF where it is told to', async () => {
    expect(await store.put(arriving(await aPdf('Dem trang')), { ...LIMITS, pages: 'counted' })).toMatchObject({ pages: 1 });
    expect(await store.put(Readable.from([aPng(3)]), { ...LIMITS, pages: 'counted' })).toMatchObject({ pages: null });
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a PDF', aPdf, 'application/pdf'],
    ['a PNG', aPng, 'image/png'],
    ['a JPEG', aJpeg, 'image/jpeg'],
    ['a Word document', () => anOfficeFile('docx'), `${OFFICE}.wordprocessingml.document`],
    ['an Excel workbook', () => anOfficeFile('xlsx'), `${OFFICE}.spreadsheetml.sheet`],
    ['a PowerPoint presentation', () => anOfficeFile('pptx'), `${OFFICE}.presentationml.presentation`],
  ])('knows %s by its bytes', async (_, make, mediaType) => {
    expect(await store.put(Readable.from([await make()]), LIMITS)).toMatchObject({ mediaType });
  });

  it.each<[string, () => Buffer]>([
    ['text', () => Buffer.from('just some words')],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture that is a program', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', () => Buffer.from('7f454c4602010100', 'hex')],
    ['a Word document with macros', () => anOfficeFile('docm')],
    ['macros in a document that hides them', () => anOfficeFile('docx', [{ name: 'word/vbaProject.bin', content: 'x' }])],
    ['controls in a document', () => anOfficeFile('xlsx', [{ name: 'xl/activeX/activeX1.xml', content: 'x' }])],
    ['a broken zip', () => anOfficeFile('docx').subarray(0, 60)],
  ])('refuses %s, and keeps nothing of it', async (_, make) => {
    await expect(store.put(arriving(make()), LIMITS)).rejects.toMatchObject({ code: 'evidence.type-refused' });
    nothingIsLeft();
  });

  it('refuses a file with nothing in it', async () => {
    await expect(store.put(Readable.from([]), LIMITS)).rejects.toMatchObject({ code: 'evidence.empty' });
    nothingIsLeft();
  });

  it('takes a file of just the limit, and refuses one byte more as soon as it comes', async () => {
    const png = aPng();
    await expect(store.put(arriving(png), { maxBytes: png.length })).resolves.toMatchObject({ bytes: png.length });
    await store.discard(digestOf(png));
    await expect(store.put(arriving(png), { maxBytes: png.length - 1 })).rejects.toMatchObject({ code: 'evidence.too-large' });
    expect(incoming()).toEqual([]);
  });

  it('reads no further than the limit of what never ends', async () => {
    let sent = 0;
    const endless = new Readable({ read() { this.push(Buffer.alloc(1024)); sent += 1024; } });
    await expect(store.put(endless, { maxBytes: 100_000 })).rejects.toMatchObject({ code: 'evidence.too-large', params: { megabytes: 0, maxBytes: 100_000 } });
    expect(sent).toBeLessThan(300_000);
    expect(endless.destroyed).toBe(true);
    nothingIsLeft();
  });

  it('keeps nothing of a file that was cut off', async () => {
    const pdf = await aPdf();
    const cut = new Readable({ read() { this.push(pdf.subarray(0, 100)); this.destroy(new Error('aborted')); } });
    await expect(store.put(cut, LIMITS)).rejects.toMatchObject({ code: 'evidence.truncated' });
    const closed = arriving(pdf);
    setImmediate(() => closed.destroy());
    await expect(store.put(closed, LIMITS)).rejects.toMatchObject({ code: 'evidence.truncated' });
    nothingIsLeft();
  });

  it('keeps the same content once, also of many at once', async () => {
    const pdf = await aPdf();
    const kept = await Promise.all(Array.from({ length: 5 }, () => store.put(arriving(pdf, 100), LIMITS)));
    expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(readdirSync(join(pathOf(digestOf(pdf)), '..'))).toHaveLength(1);
    expect(incoming()).toEqual([]);
  });

  it('gives a range, both ends with it', async () => {
    const png = aPng();
    const { sha256 } = await store.put(arriving(png), LIMITS);
    expect(await buffer(await store.open(sha256, { start: 1, end: 3 }))).toEqual(Buffer.from('PNG'));
    expect(await buffer(await store.open(sha256, { start: png.length - 1, end: png.length - 1 }))).toEqual(png.subarray(-1));
  });

  it('knows what it has, and takes back what nobody will name', async () => {
    const { sha256 } = await store.put(arriving(aPng()), LIMITS);
    expect(await store.has(sha256)).toBe(true);
    await store.discard(sha256);
    await store.discard(sha256);
    expect(await store.has(sha256)).toBe(false);
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it.each(['../../../etc/passwd', '', 'A'.repeat(64), 'a'.repeat(63)])('finds nothing under «%s», and reaches nothing beside itself', async (name) => {
    await expect(store.open(name)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(store.has(name)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(store.discard(name)).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it('outlives the program that wrote it', async () => {
    const { sha256 } = await store.put(arriving(aPng()), LIMITS);
    expect(await (await DiskEvidenceStore.in(folder)).has(sha256)).toBe(true);
  });

  it('sweeps away what a crash left a day ago, and nothing that may still be arriving', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(folder, 'evidence/incoming', name)) as [string, string];
    writeFileSync(old, 'half');
    writeFileSync(young, 'half');
    utimesSync(old, 0, Date.now() / 1000 - 25 * 60 * 60);
    await DiskEvidenceStore.in(folder);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});
