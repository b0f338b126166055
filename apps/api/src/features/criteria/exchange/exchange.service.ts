import { Injectable } from '@nestjs/common';
import type { Actor, CriteriaSetImportView, CriteriaSetView, ImportDifference, ImportDoubt, ImportKind, SheetError } from '@par-index/contract';
import { compareSets, type CriteriaSet as CriteriaSetDocument, differenceInWords, draftShapeErrors } from '@par-index/scoring';
import { DomainError } from '../../../platform/problem/domain-error';
import { OrganisationService } from '../../organisation/organisation.service';
import { CriteriaService } from '../criteria.service';
import { folded } from './cell-text';
import { exactTables } from './exact-tables';
import { fieldAt } from './fields';
import { inspectOffice } from './office-package';
import { looksLikeJson, readJsonFile } from './read-json';
import { readWord } from './read-word';
import { readWorkbook } from './read-workbook';
import { setTables } from './set-tables';
import type { Notes } from './sheet-rows';
import { type OfferedLists, setWorkbook } from './write-workbook';
import { printedSet, wordDocument, type WordLayout } from './write-word';

/** A file to be sent, with a name that every system takes. */
export interface HandedOut {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What a file says, of whatever kind it is. */
interface ReadFile {
  readonly kind: ImportKind;
  /** Null as long as a cell is wrong. */
  readonly document: unknown;
  readonly cellErrors: readonly SheetError[];
  readonly doubts: readonly ImportDoubt[];
  readonly notes: Notes | null;
}

const NO_JSON = 'Tệp không phải là JSON đọc được. Hãy chọn tệp đã tải từ hệ thống, hoặc sửa chỗ sai cú pháp.';

/** Sets out to Excel and Word, and back: what comes in is read, checked and compared, and never stored here. */
@Injectable()
export class ExchangeService {
  constructor(
    private readonly criteria: CriteriaService,
    private readonly organisation: OrganisationService,
  ) {}

  /** Any version that the reader may see. Refuses a draft that holds what no table has a place for: a workbook never says less than its set. */
  async workbook(actor: Actor, id: string): Promise<HandedOut> {
    const set = await this.criteria.get(actor, id);
    const tables = exactTables(set.document);
    if (tables === null) {
      const errors = set.findings.filter(({ severity }) => severity === 'error').map(({ pointer, code, detail }) => ({ pointer, code, detail }));
      throw new DomainError('criteria-set.not-tabular', {}, errors);
    }
    return { fileName: fileNameOf(set, 'xlsx'), bytes: await written(tables, await this.offered()) };
  }

  /** An empty workbook to be filled in. */
  async template(): Promise<HandedOut> {
    return { fileName: 'mau-bo-tieu-chi.xlsx', bytes: await written(setTables({}), await this.offered()) };
  }

  async word(actor: Actor, id: string, layout: WordLayout): Promise<HandedOut> {
    const set = await this.criteria.get(actor, id);
    const names = new Map((await this.organisation.listActive()).map(({ code, name }) => [code, name]));
    return { fileName: fileNameOf(set, 'docx'), bytes: await wordDocument(printedSet(set.document, names), layout) };
  }

  /** What a file would become: its document, everything wrong or doubtful at its place, and the difference from a set that is there. */
  async preview(actor: Actor, bytes: Buffer, against: string | undefined): Promise<CriteriaSetImportView> {
    const { kind, document, cellErrors, doubts, notes } = await this.read(bytes);
    if (document === null) {
      return { kind, document, valid: false, findings: [], cellErrors, doubts, difference: null };
    }
    const { valid, findings } = await this.criteria.check(document);
    const placed = findings.map((finding) => ({ ...finding, place: notes?.placeOf(finding.pointer) ?? null }));
    return { kind, document, valid, findings: placed, cellErrors, doubts, difference: await this.difference(actor, document, against) };
  }

  private async read(bytes: Buffer): Promise<ReadFile> {
    if (looksLikeJson(bytes)) {
      const document = readJsonFile(bytes);
      return document === undefined ? refuse(NO_JSON) : { kind: 'json', document, cellErrors: [], doubts: [], notes: null };
    }
    const { kind, refusal } = await inspectOffice(bytes);
    if (refusal !== null) {
      return refuse(refusal);
    }
    return kind === 'workbook' ? readAsWorkbook(bytes) : this.readAsWord(bytes);
  }

  private async readAsWord(bytes: Buffer): Promise<ReadFile> {
    const { agencies, groups } = await this.offered();
    const read = await readWord(bytes, { agencies: new Map(agencies.map(({ code, name }) => [folded(name), code])), groups });
    return 'refusal' in read ? refuse(read.refusal) : { kind: 'word', document: read.document, cellErrors: [], doubts: read.doubts, notes: null };
  }

  private async offered(): Promise<OfferedLists> {
    const [agencies, groups] = [await this.organisation.listActive(), await this.organisation.listGroups()];
    return { agencies, groups };
  }

  /** Of whatever is a tree: what has errors may become a draft too, so its difference is told as far as it can be read. */
  private async difference(actor: Actor, document: unknown, against: string | undefined): Promise<ImportDifference | null> {
    const other = against === undefined ? await this.newest(actor, fieldAt(document, 'code')) : await this.criteria.get(actor, against);
    if (!other || draftShapeErrors(document).length > 0) {
      return null;
    }
    const { id, title, versionNumber } = other;
    return { setId: id, title, versionNumber, changes: differencesOf(other.document, document as CriteriaSetDocument) };
  }

  private async newest(actor: Actor, code: unknown): Promise<CriteriaSetView | null> {
    const versions = (await this.criteria.list(actor)).filter((one) => one.code === code && one.state !== 'draft');
    const [first] = versions.toSorted((a, b) => b.versionNumber - a.versionNumber);
    return first ? this.criteria.get(actor, first.id) : null;
  }
}

const differencesOf = (before: CriteriaSetDocument, after: CriteriaSetDocument): readonly (readonly string[])[] => compareSets(before, after).map(differenceInWords);

async function readAsWorkbook(bytes: Buffer): Promise<ReadFile> {
  const { document, errors, notes } = await readWorkbook(bytes);
  return { kind: 'workbook', document, cellErrors: errors, doubts: [], notes };
}

function refuse(detail: string): never {
  throw new DomainError('criteria-set.file-unreadable', {}, [{ pointer: '/file', code: 'criteria-set.file-unreadable', detail }]);
}

const written = async (...[tables, offered]: Parameters<typeof setWorkbook>): Promise<Buffer> => Buffer.from(await setWorkbook(tables, offered).xlsx.writeBuffer());

/** The code of the set as far as every file system takes it, and its version. */
function fileNameOf({ code, versionNumber }: Pick<CriteriaSetView, 'code' | 'versionNumber'>, ending: string): string {
  const name = folded(code).replace(/[^a-z0-9.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${name || 'bo-tieu-chi'}${versionNumber === 0 ? '-nhap' : `-v${versionNumber}`}.${ending}`;
}
