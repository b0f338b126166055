import { readJson } from './json-places';

const TEXT = `{
  "code": "a\\"b",
  "criteria": [
    { "code": "1", "max": 2 },
    {
      "code": "2",
      "a/b~c": [true, -1.5e3, null, {}, []]
    }
  ]
}`;

describe('a JSON file with its lines', () => {
  const read = readJson(TEXT);

  it.each([
    ['', 1],
    ['/code', 2],
    ['/criteria', 3],
    ['/criteria/0/max', 4],
    ['/criteria/1', 5],
    ['/criteria/1/code', 6],
    ['/criteria/1/a~1b~0c/3', 7],
  ])('finds %p in line %d', (pointer, line) => {
    expect(read.ok && read.lineOf(pointer)).toBe(line);
  });

  it('shows a missing field where it should be', () => {
    expect(read.ok && read.lineOf('/criteria/1/max')).toBe(5);
  });

  it('gives the document', () => {
    expect(read.ok && read.document).toEqual(JSON.parse(TEXT));
  });

  it('says in which line it stops being JSON', () => {
    const broken = readJson('{\n  "a": 1,\n  "b": ,\n}');
    expect(broken.ok).toBe(false);
    expect(!broken.ok && broken.line).toBe(3);
  });

  it('says so at the end of a file that was cut off', () => {
    const cut = readJson('{\n  "a": [1,\n 2');
    expect(!cut.ok && cut.line).toBe(3);
  });
});
