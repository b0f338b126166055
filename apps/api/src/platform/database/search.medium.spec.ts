import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { containing, VIETNAMESE_ORDER } from './search';

describe('a search', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  const finds = async (text: string, search: string): Promise<boolean> =>
    (await db.query('select fold($1) like fold($2) found', [text, containing(search)]))[0].found;

  it.each([
    ['Sở Nông nghiệp và Môi trường', 'nong nghiep'],
    ['Sở Nông nghiệp và Môi trường', 'MÔI TRƯỜNG'],
    ['Xã Đồng Văn', 'dong'],
    ['ĐẶNG', 'đặng'],
    ['Quỹ đầu tư', '  quỹ  '],
    ['Quy\u0303', 'quỹ'],
    ['100% trực tuyến', '0%'],
    ['a_b', 'a_b'],
    ['a\\b', '\\'],
  ])('finds «%s» by «%s»', async (text, search) => expect(await finds(text, search)).toBe(true));

  it.each([
    ['Sở Y tế', 'so yte'],
    ['trực tuyến', '%'],
    ['axb', 'a_b'],
  ])('does not find «%s» by «%s»', async (text, search) => expect(await finds(text, search)).toBe(false));

  it('lists names in the order of the Vietnamese alphabet', async () => {
    const names = ['Đặng', 'Dương', 'Bình', 'Ân', 'Ăn', 'Ánh', 'An'];
    const rows: readonly { readonly name: string }[] = await db.query(`select name from unnest($1::text[]) name order by name ${VIETNAMESE_ORDER}`, [names]);
    expect(rows.map(({ name }) => name)).toEqual(['An', 'Ánh', 'Ăn', 'Ân', 'Bình', 'Dương', 'Đặng']);
  });
});
