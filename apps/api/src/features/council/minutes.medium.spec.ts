import type { CouncilItemSummary, CouncilItemView, Page, WorkView } from '@par-index/contract';
import { Workbook, type Worksheet } from 'exceljs';
import { SaxesParser } from 'saxes';
import { fromBuffer } from 'yauzl';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import type { Cycle } from '../cycle/cycle.entity';
import { MinutesService } from './minutes.service';

/** As a reader's program would: unzipped, and the text of the main part. */
async function wordsOf(bytes: Buffer): Promise<readonly string[]> {
  const xml = await new Promise<string>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failed, zip) => {
      if (failed) {
        reject(failed);
        return;
      }
      zip.on('entry', (entry: { readonly fileName: string }) => {
        if (entry.fileName !== 'word/document.xml') {
          zip.readEntry();
          return;
        }
        zip.openReadStream(entry as never, (unread, stream) => {
          const chunks: Buffer[] = [];
          stream?.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
          if (unread) {
            reject(unread);
          }
        });
      });
      zip.readEntry();
    });
  });
  return paragraphsOf(xml);
}

function paragraphsOf(xml: string): readonly string[] {
  const reader = new SaxesParser();
  const paragraphs: string[] = [];
  reader.on('opentag', ({ name }) => name === 'w:p' && paragraphs.push(''));
  reader.on('text', (text) => paragraphs.push(`${paragraphs.pop() ?? ''}${text}`));
  reader.write(xml).close();
  return paragraphs.map((text) => text.trim()).filter((text) => text !== '');
}

describe('the minutes of the council', () => {
  let test: TestApp;
  let province: Province;
  let chair: Browser;
  let members: readonly Browser[];
  let cycle: Cycle;
  let one: Assessed;
  let item: CouncilItemView;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    chair = await test.signedInAs([{ role: 'council-chair', agencyId: province.noiVu.id }]);
    members = [
      await test.signedInAs([{ role: 'council-member', agencyId: province.noiVu.id }]),
      await test.signedInAs([{ role: 'council-member', agencyId: province.tuPhap.id }]),
    ];
    await hold();
  });
  afterAll(() => test.close());

  /** 1.1 decided by an award of 12,5 with two votes of three; 2.1 still being voted on. */
  async function hold(): Promise<void> {
    const noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    cycle = await province.cycle('explanation');
    one = await anExplaining(province, { cycle });
    await anExplanation(province, one.id);
    const head = await province.person('agency-head', one.agency);
    await test.db.query('update explanation_round set submitted_at = now(), submitted_by = $2 where assessment_id = $1', [one.id, head.id]);
    await test.db.query(`update assessment set state = 'reappraised' where id = $1`, [one.id]);
    await test.db.query(`update cycle set phase = 'reappraisal' where id = $1`, [cycle.id]);
    await noiVu.post(`/api/v1/assessments/${one.id}/criteria/2.1/referral`).send({ reason: '=HYPERLINK("http://x")' }).expect(201);
    const [{ version } = { version: 0 }]: { version: number }[] = await test.db.query('select version from cycle where id = $1', [cycle.id]);
    await noiVu.post(`/api/v1/cycles/${cycle.id}/phase`).set('if-match', `"${version}"`).send({ to: 'council', reason: 'Theo kế hoạch' }).expect(200);
    const [decided, open] = ((await chair.get(`/api/v1/cycles/${cycle.id}/council-items`).expect(200)).body as Page<CouncilItemSummary>).items;
    await decide(decided?.id ?? '');
    const still: CouncilItemView = (await chair.get(`/api/v1/council-items/${open?.id ?? ''}`).expect(200)).body;
    await vote(chair, still.id, still.proposals[0]?.id ?? '');
  }

  async function decide(id: string): Promise<void> {
    const proposed: CouncilItemView = (await chair.post(`/api/v1/council-items/${id}/proposals`).send({ awarded: 12.5, reason: '=1+1 đủ minh chứng' }).expect(201)).body;
    const idOf = (kind: string): string => proposed.proposals.find((proposal) => proposal.kind === kind)?.id ?? '';
    await vote(chair, id, idOf('award'));
    await vote(members[0] as Browser, id, idOf('award'));
    await vote(members[1] as Browser, id, idOf('appraisal'));
    await chair.post(`/api/v1/council-items/${id}/closing`).set('if-match', `"${proposed.version}"`).send({ reason: '' }).expect(200);
    item = (await chair.get(`/api/v1/council-items/${id}`).expect(200)).body;
  }

  const vote = (browser: Browser, id: string, proposalId: string) =>
    browser.put(`/api/v1/council-items/${id}/vote`).set('if-match', '"0"').send({ proposalId }).expect(200);
  const load = (browser: Browser, format: string) =>
    browser.get(`/api/v1/cycles/${cycle.id}/council/minutes?format=${format}`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    });

  /** Every proposal with its votes, as the database counts them. */
  const counted = (): Promise<readonly { code: string; points: string | null; votes: number; entitled: number; cast: number; state: string }[]> =>
    test.db.query(
      `select i.code, i.state, p.points::text, (select count(*)::int from council_vote v where v.proposal_id = p.id) as votes,
         (select count(*)::int from council_entitled e where e.item_id = i.id) as entitled, (select count(*)::int from council_vote v where v.item_id = i.id) as "cast"
       from council_item i join council_proposal p on p.item_id = i.id where i.cycle_id = $1
       order by i.code, array_position(array['agency', 'appraisal', 'award'], p.kind)`,
      [cycle.id],
    );

  describe('in Excel', () => {
    let sheet: Worksheet;
    let workbook: Workbook;
    beforeAll(async () => {
      workbook = new Workbook();
      await workbook.xlsx.load((await load(chair, 'xlsx').expect(200)).body as never);
      sheet = workbook.worksheets[0] as Worksheet;
    });
    const columnOf = (head: string): number => (sheet.getRow(1).values as unknown[]).indexOf(head);
    const valueAt = (row: number, head: string) => sheet.getCell(row, columnOf(head)).value;

    it('has every number of the database, as a number', async () => {
      const rows = await counted();
      expect(sheet.rowCount).toBe(rows.length + 1);
      rows.forEach(({ code, points, votes, entitled, cast, state }, index) => {
        const row = index + 2;
        expect([valueAt(row, 'Mã tiêu chí'), valueAt(row, 'Điểm của phương án'), valueAt(row, 'Số phiếu')]).toEqual([code, points === null ? null : Number(points), state === 'closed' ? votes : null]);
        expect([valueAt(row, 'Số người được biểu quyết'), valueAt(row, 'Đã biểu quyết')]).toEqual([entitled, cast]);
      });
    });

    it('says what was concluded, and nothing of what is open', () => {
      expect([valueAt(2, 'Kết luận'), valueAt(2, 'Điểm sau kết luận')]).toEqual(['Thông qua theo đa số', 12.5]);
      const open = sheet.rowCount;
      expect([valueAt(open, 'Trạng thái'), valueAt(open, 'Kết luận'), valueAt(open, 'Điểm sau kết luận')]).toEqual(['Đang biểu quyết', null, null]);
    });

    it('has no formula, whatever people wrote', () => {
      expect(valueAt(4, 'Lý do của phương án')).toBe('=1+1 đủ minh chứng');
      workbook.eachSheet((each) => each.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())));
    });

    it('lists who sits, the chair first', () => {
      const people = workbook.worksheets[1] as Worksheet;
      expect(people.rowCount).toBe(4);
      expect(people.getCell(2, 3).value).toBe('Chủ tịch Hội đồng');
    });
  });

  describe('in Word', () => {
    let words: readonly string[];
    beforeAll(async () => {
      words = await wordsOf((await load(chair, 'docx').expect(200)).body as Buffer);
    });

    it('begins as an official document', () => {
      expect(words).toEqual(expect.arrayContaining(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'HỘI ĐỒNG THẨM ĐỊNH', 'BIÊN BẢN', 'CHỦ TỊCH HỘI ĐỒNG']));
    });

    it('has the database’s numbers', async () => {
      const rows = await counted();
      const closed = rows.filter(({ state }) => state === 'closed');
      closed.forEach(({ points, votes }) => {
        const figure = String(Number(points)).replace('.', ',');
        expect(words.some((line) => line.includes(`, ${figure} điểm: ${votes} phiếu`))).toBe(true);
      });
      expect(words).toContain(`Được biểu quyết: ${closed[0]?.entitled ?? 0}; đã biểu quyết: ${closed[0]?.cast ?? 0}`);
      expect(words).toContain('Tổng số nội dung: 2; đã kết luận: 1; chưa kết luận: 1.');
      expect(words).toContain('Thông qua theo đa số: 1; Chủ tịch Hội đồng quyết định khi số phiếu bằng nhau: 0; giữ kết quả thẩm định: 0.');
      expect(words).toContain('12,5');
    });

    it('tells votes of what is closed only', () => expect(words.filter((line) => line.includes('phiếu') && line.includes('điểm:'))).toHaveLength(item.proposals.length));
  });

  it('leaves out the reader’s own agency, and says so', async () => {
    const own = await test.signedInAs([{ role: 'council-member', agencyId: one.agency.id }]);
    const words = await wordsOf((await load(own, 'docx').expect(200)).body as Buffer);
    expect(words).toContain('Không có nội dung nào.');
    expect(words).toContain(`Bản này không gồm nội dung của ${one.agency.name}, là cơ quan của người lấy biên bản.`);
    expect(words.some((line) => line.includes('12,5'))).toBe(false);
  });

  it('leaves whoever has not voted a line among their work, and nobody else', async () => {
    const toVote = async (browser: Browser) => ((await browser.get('/api/v1/work').expect(200)).body as WorkView).items.filter(({ kind }) => kind === 'vote');
    expect(await toVote(members[0] as Browser)).toMatchObject([{ cycleId: cycle.id, details: { left: 1 } }]);
    expect(await toVote(chair)).toEqual([]);
  });

  it('comes as a file with its name and type', async () => {
    const { headers } = await load(chair, 'docx').expect(200);
    expect(headers['content-type']).toContain('wordprocessingml.document');
    expect(headers['content-disposition']).toContain(`attachment; filename`);
    expect(headers['content-disposition']).toContain(encodeURIComponent('Biên bản Hội đồng'));
  });

  it('refuses another format and an unknown cycle', async () => {
    await load(chair, 'pdf').expect(422);
    await chair.get('/api/v1/cycles/018f2f5e-0000-7000-8000-000000000000/council/minutes?format=docx').expect(404);
  });

  it('takes two queries once the set is at hand, however many items there are', async () => {
    const actor = { id: chair.userId, grants: [{ role: 'council-chair', agencyId: province.noiVu.id }] } as never;
    expect(await countQueries(test.db, () => test.app.get(MinutesService).write(actor, cycle.id, 'xlsx'))).toBe(2);
  });
});
