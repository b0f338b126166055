import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { makeFolder, moveDurably } from './durable-folder';
import { receiveInto } from './incoming-file';

describe('what is safe on the medium', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'par-durable-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is a folder with those above it, for its owner alone', async () => {
    await makeFolder(join(folder, 'ab/cd'));
    await makeFolder(join(folder, 'ab/cd'));
    expect(statSync(join(folder, 'ab/cd')).mode & 0o777).toBe(0o700);
  });

  it('is a file under its final name, and no more under the one before', async () => {
    const from = join(folder, 'incoming');
    writeFileSync(from, 'content');
    await moveDurably(from, join(folder, 'a/b/final'));
    expect(readFileSync(join(folder, 'a/b/final'), 'utf8')).toBe('content');
    expect(existsSync(from)).toBe(false);
  });

  it('takes the place of the same content without a gap', async () => {
    const to = join(folder, 'final');
    for (const name of ['one', 'two']) {
      writeFileSync(join(folder, name), 'content');
      await moveDurably(join(folder, name), to);
    }
    expect(readFileSync(to, 'utf8')).toBe('content');
  });

  describe('receiveInto', () => {
    const path = () => join(folder, 'file');
    const LIMITS = { maxBytes: 100 };

    it('writes what arrives, and says its digest and its size', async () => {
      expect(await receiveInto(path(), Readable.from([Buffer.from('ab'), Buffer.from('c')]), LIMITS)).toEqual({
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        bytes: 3,
      });
      expect(readFileSync(path(), 'utf8')).toBe('abc');
    });

    it('never writes over a file that is there', async () => {
      writeFileSync(path(), 'kept');
      await expect(receiveInto(path(), Readable.from([Buffer.from('x')]), LIMITS)).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readFileSync(path(), 'utf8')).toBe('kept');
    });

    it('tells a failure of our own disk from a connection that was cut', async () => {
      const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
      const failing = (error: Error) => new Readable({ read() { this.destroy(error); } });
      await expect(receiveInto(path(), failing(full), LIMITS)).rejects.toMatchObject({ code: 'ENOSPC' });
      const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' });
      await expect(receiveInto(path(), failing(reset), LIMITS)).rejects.toMatchObject({ code: 'evidence.truncated' });
      expect(existsSync(path())).toBe(false);
    });
  });
});
