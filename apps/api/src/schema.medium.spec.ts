import { openTestDatabase } from '../test/database';

describe('the schema', () => {
  it('has an index whose first column is it, for every foreign key', async () => {
    const db = await openTestDatabase();
    const bare: readonly { readonly name: string }[] = await db.query(`
      select con.conname as name from pg_constraint con
      where con.contype = 'f' and con.connamespace = 'public'::regnamespace and not exists (
        select 1 from pg_index ix where ix.indrelid = con.conrelid and ix.indpred is null and ix.indkey[0] = con.conkey[1])`);
    await db.destroy();
    expect(bare).toEqual([]);
  });
});
