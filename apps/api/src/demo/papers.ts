import { setImmediate as nextTurn } from 'node:timers/promises';
import { pdfOf, pngOf } from './documents';
import { AGENCIES, type ProvinceAgency, RUNNING_YEAR } from './province';
import { Random } from './random';

/** A document of an agency before it lies in the store. */
export interface Draft {
  readonly title: string;
  readonly number: string;
  readonly issued: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The documents of every agency and year, made one agency after another while the database works. */
export class Papers {
  private readonly made = new Map<string, Promise<readonly Draft[]>>();

  /** Begins at once; `years` in the order in which they will be asked for. */
  constructor(years: readonly number[], font: Buffer) {
    let last: Promise<unknown> = Promise.resolve();
    for (const year of years) {
      for (const agency of AGENCIES) {
        const drafts = last.then(() => nextTurn()).then(() => draftsOf(agency, year, font));
        this.made.set(keyOf(agency.code, year), drafts);
        // One that can't be made is told to whoever asks for it.
        last = drafts.catch(() => undefined);
      }
    }
  }

  of(agencyCode: string, year: number): Promise<readonly Draft[]> {
    return this.made.get(keyOf(agencyCode, year)) ?? Promise.resolve([]);
  }
}

const keyOf = (agencyCode: string, year: number): string => `${String(year)} ${agencyCode}`;

/** A report; of a department in the running year a plan and a photograph too, and a photograph of some communes. */
async function draftsOf(agency: ProvinceAgency, year: number, font: Buffer): Promise<readonly Draft[]> {
  const running = year === RUNNING_YEAR;
  const random = new Random(`documents ${agency.code} ${year}`);
  const sign = agency.code.split('-').map((part) => part[0] ?? '').join('').toUpperCase();
  const report = { title: `Báo cáo kết quả cải cách hành chính năm ${year}`, number: `${random.whole(100, 900)}/BC-${sign}`, issued: [random.whole(1, 20), 10, year] } as const;
  const plan = { title: `Kế hoạch cải cách hành chính năm ${year}`, number: `${random.whole(5, 60)}/KH-${sign}`, issued: [random.whole(2, 28), 1, year] } as const;
  const full = running && agency.group === 'so-ban-nganh';
  const pdfs = await Promise.all((full ? [report, plan] : [report]).map((document) => pdfDraft(agency, document, font)));
  return full || (running && random.chance(0.15)) ? [...pdfs, photograph(year, random)] : pdfs;
}

function photograph(year: number, random: Random): Draft {
  const issued = `${year}-06-${String(random.whole(10, 28))}`;
  return { title: 'Ảnh niêm yết tại bộ phận một cửa', number: '', issued, fileName: 'niem-yet.png', bytes: pngOf(random) };
}

interface Written {
  readonly title: string;
  readonly number: string;
  readonly issued: readonly [number, number, number];
}

async function pdfDraft(agency: ProvinceAgency, { title, number, issued }: Written, font: Buffer): Promise<Draft> {
  const [day, month, year] = [String(issued[0]).padStart(2, '0'), String(issued[1]).padStart(2, '0'), issued[2]];
  const paragraphs = [
    'I. Tình hình chung: cơ quan đã ban hành kế hoạch, phân công nhiệm vụ và kiểm tra việc thực hiện theo quý.',
    'II. Kết quả: số liệu theo từng nội dung được nêu tại các mục và phụ lục của văn bản này.',
    'III. Kiến nghị: đề nghị tiếp tục hướng dẫn nghiệp vụ, nâng cấp hệ thống thông tin giải quyết thủ tục hành chính.',
  ];
  const bytes = await pdfOf({ title, documentNumber: number, issuedOn: `${day}/${month}/${year}`, agencyName: agency.name, paragraphs }, font);
  return { title, number, issued: `${year}-${month}-${day}`, fileName: `${number.replace('/', '-')}.pdf`, bytes };
}
