import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../platform/config/config';
import { evidenceStoreOf } from '../../platform/files/evidence-store-of';
import type { EvidenceStore } from '../../platform/files/evidence-store';
import { ServerKey } from '../../platform/signature/server-key';
import { MIGRATIONS } from '../../schema';

/** `worth` a look, or `wrong`: it keeps the system from working or from being safe. */
export interface Finding {
  readonly verdict: 'well' | 'worth' | 'wrong';
  readonly subject: string;
  /** What was found, and what to do. */
  readonly detail: string;
}

const OLDEST_POSTGRES = 160_000;
const GIGABYTE = 1024 ** 3;
/** Evidence files that are read through, of those that came last. */
const SAMPLE = 50;
/** Minutes after which a line that no seal covers says that the job does not run. */
const UNSEALED = 10;

type Look = (subject: string, look: () => Promise<Omit<Finding, 'subject'>>) => Promise<Finding>;

/** What fails is a finding like any other. */
const look: Look = async (subject, work) => {
  try {
    return { subject, ...(await work()) };
  } catch (error) {
    return { subject, verdict: 'wrong', detail: error instanceof Error ? error.message : String(error) };
  }
};

const well = (detail: string) => ({ verdict: 'well', detail }) as const;
const worth = (detail: string) => ({ verdict: 'worth', detail }) as const;
const wrong = (detail: string) => ({ verdict: 'wrong', detail }) as const;

/** Looks at the settings, the disk, the keys, the database, the evidence and the log. Changes nothing but that it makes a data folder where there is none. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const around = [await look('Thư mục dữ liệu', () => dataFolder(config)), await look('Giao diện', () => webPages(config)), await look('Khóa ký', () => signingKey(config)), await look('Thư', () => mail(config))];
  const client = new Client({ connectionString: config.DATABASE_URL, application_name: 'par-index-doctor', connectionTimeoutMillis: 10_000 });
  const database = await look('Cơ sở dữ liệu', () => connect(client));
  if (database.verdict === 'wrong') {
    return [...around, database];
  }
  try {
    const schema = await look('Lược đồ', () => schemaOf(client));
    const rest = schema.verdict === 'wrong' ? [] : [await look('Người quản trị', () => administrators(client)), await look('Minh chứng', async () => evidence(client, await evidenceStoreOf(config))), await look('Niêm phong nhật ký', () => seals(client))];
    return [...around, database, schema, ...rest];
  } finally {
    await client.end();
  }
}

async function dataFolder({ PAR_DATA_DIR }: Config): Promise<Omit<Finding, 'subject'>> {
  await mkdir(PAR_DATA_DIR, { recursive: true, mode: 0o700 });
  await access(PAR_DATA_DIR, constants.W_OK);
  const { bavail, bsize } = await statfs(PAR_DATA_DIR);
  const free = (bavail * bsize) / GIGABYTE;
  const told = `${PAR_DATA_DIR}, còn trống ${free.toFixed(1).replace('.', ',')} GB`;
  return free < 1 ? wrong(`${told}. Hãy dọn đĩa: khi đầy, không lưu được gì nữa.`) : free < 10 ? worth(`${told}. Nên dọn bớt.`) : well(told);
}

async function webPages({ WEB_ROOT }: Config): Promise<Omit<Finding, 'subject'>> {
  if (!WEB_ROOT) {
    return worth('chưa có bản dựng, chỉ có API. Hãy chạy: npm run build');
  }
  await access(join(WEB_ROOT, 'index.html'));
  return well(WEB_ROOT);
}

async function signingKey(config: Config): Promise<Omit<Finding, 'subject'>> {
  const { keyId } = await ServerKey.open(config);
  return well(`Ed25519 ${keyId}. Hãy giữ một bản ngoài máy này: bản sao lưu không chứa nó.`);
}

function mail({ SMTP_URL, PAR_DEMO }: Config): Promise<Omit<Finding, 'subject'>> {
  return Promise.resolve(SMTP_URL ? well('có máy chủ thư') : PAR_DEMO ? well('ghi vào thư mục, vì là bản minh họa') : worth('chưa có SMTP_URL: thư chỉ ghi vào thư mục mails, không gửi đi.'));
}

async function connect(client: Client): Promise<Omit<Finding, 'subject'>> {
  await client.connect();
  const { rows } = await client.query<{ number: string; name: string; skew: number }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name, extract(epoch from now())::float8 as skew`,
  );
  const [row] = rows;
  const skew = Math.abs((row?.skew ?? 0) - Date.now() / 1000);
  if (Number(row?.number) < OLDEST_POSTGRES) {
    return wrong(`PostgreSQL ${row?.name ?? ''} quá cũ: cần 16 trở lên.`);
  }
  return skew > 60 ? worth(`PostgreSQL ${row?.name ?? ''}; đồng hồ lệch máy này ${skew.toFixed(0)} giây. Hãy đồng bộ giờ.`) : well(`PostgreSQL ${row?.name ?? ''}`);
}

async function schemaOf(client: Client): Promise<Omit<Finding, 'subject'>> {
  const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('public.migrations') is not null as there`);
  if (!there[0]?.there) {
    return wrong('cơ sở dữ liệu còn trống. Hãy khởi động hệ thống một lần, hoặc phục hồi từ bản sao lưu.');
  }
  const done = new Set((await client.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name));
  const left = MIGRATIONS.filter(({ name }) => !done.has(name));
  const strange = [...done].filter((name) => !MIGRATIONS.some((one) => one.name === name));
  if (strange.length > 0) {
    return wrong(`của phiên bản mới hơn chương trình này (${strange.join(', ')}). Hãy cập nhật chương trình.`);
  }
  return left.length > 0 ? wrong(`thiếu ${String(left.length)} bước (${left[0]?.name ?? ''} …). Hãy khởi động hệ thống một lần.`) : well(`đủ ${String(done.size)} bước`);
}

async function administrators(client: Client): Promise<Omit<Finding, 'subject'>> {
  const { rows } = await client.query<{ count: number }>(`select count(distinct u.id)::int as count from user_account u join user_grant g on g.user_id = u.id where u.active and g.role = 'admin'`);
  const count = rows[0]?.count ?? 0;
  return count === 0 ? wrong('không có ai. Hãy tạo: npm run admin') : count === 1 ? worth('chỉ có một người. Nên có ít nhất hai.') : well(`${String(count)} người`);
}

/** All of them are looked for; the last ones are read through. */
async function evidence(client: Client, store: EvidenceStore): Promise<Omit<Finding, 'subject'>> {
  const { rows } = await client.query<{ sha256: string }>('select sha256 from evidence_blob order by created_at desc');
  const faults: string[] = [];
  for (const [index, { sha256 }] of rows.entries()) {
    const isWell = (await store.has(sha256)) && (index >= SAMPLE || (await digestOf(store, sha256)) === sha256);
    faults.push(...(isWell ? [] : [sha256]));
  }
  const told = faults.slice(0, 5).join(', ');
  return faults.length > 0 ? wrong(`${String(faults.length)} trong ${String(rows.length)} tệp thiếu hoặc hỏng: ${told}. Hãy lấy lại từ bản sao lưu.`) : well(`đủ ${String(rows.length)} tệp, đã đọc hết ${String(Math.min(SAMPLE, rows.length))} tệp mới nhất`);
}

async function digestOf(store: EvidenceStore, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await store.open(sha256)) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

async function seals(client: Client): Promise<Omit<Finding, 'subject'>> {
  const { rows } = await client.query<{ number: number | null; waiting: number; minutes: number | null }>(`
    select (select max(number) from audit_seal) as number, (select count(*)::int from audit_pending) as waiting,
      (select extract(epoch from now() - max(sealed_at))::float8 / 60 from audit_seal) as minutes`);
  const { number = null, waiting = 0, minutes = null } = rows[0] ?? {};
  const told = number === null ? 'chưa có niêm phong nào' : `đến số ${String(number)}`;
  if (waiting > 0 && (minutes === null || minutes > UNSEALED)) {
    return worth(`${told}, ${String(waiting)} dòng đang chờ. Nếu hệ thống đang chạy mà số này không giảm sau ít phút, hãy xem nhật ký máy chủ (job audit-seal).`);
  }
  return well(`${told}, ${String(waiting)} dòng chờ. Kiểm tra toàn bộ: npm run verify-audit`);
}
