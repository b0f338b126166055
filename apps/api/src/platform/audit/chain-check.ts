import type { AuditFinding, AuditFindingKind } from '@par-index/contract';
import { CHAIN_START, linkHash, sha256 } from './line-digest';
import { leafHash, MerkleTree } from './merkle-tree';
import { type KnownKeys, movedTree, NO_SEAL, sealFault, type SealedHead, type StoredSeal, toHead } from './seal-document';

/** A link with the line that it is for: `line` is null where the line is not there, undefined where its text was not given. */
export interface CheckedLink {
  readonly eventId: string;
  readonly subjectId: string;
  readonly position: number;
  readonly digest: string;
  readonly hash: string;
  readonly line?: string | null;
}

/** A line that no seal covers yet: its digest when it was written, and its text now. */
export interface WaitingLine {
  readonly eventId: string;
  readonly subjectId: string;
  readonly digest: string;
  readonly line?: string | null;
}

interface ChainState {
  lines: number;
  hash: string;
  /** What follows a place that was reported already tells nothing new. */
  broken: boolean;
}

type Place = Partial<Pick<AuditFinding, 'subjectId' | 'eventId' | 'position' | 'seal'>>;

/** Findings that are told; of a log that was rewritten there would be as many as lines. */
const TOLD = 200;

/**
 * Checks a log from its first seal to its last: every line against its digest, every link against the one before, the heads against what was sealed, and the
 * seals against each other and their signatures. Knows no database: it is fed seals in order, each with its links by subject and position.
 */
export class ChainCheck {
  readonly findings: AuditFinding[] = [];
  found = 0;
  checked = 0;
  last: Pick<StoredSeal, 'number' | 'digest' | 'lines'> = { number: 0, digest: NO_SEAL, lines: 0 };
  private readonly chains = new Map<string, ChainState>();
  /** The heads as they were signed, whatever the links say; new subjects take the next leaves in the order of the seal. */
  private readonly sealed = new Map<string, { readonly leaf: number; readonly lines: number }>();
  private readonly tree = new MerkleTree();
  private readonly digests = new Map<string, number>();
  private readonly roots = new Set<string>();

  constructor(private readonly keys: KnownKeys) {}

  /** The next seal with what it chained. */
  add(seal: StoredSeal, links: readonly CheckedLink[]): void {
    this.checkSeal(seal);
    links.forEach((link) => this.checkLink(link, seal.number));
    this.checkHeads(seal, links);
    this.checkRoot(seal);
    this.last = seal;
    this.digests.set(seal.digest, seal.number);
    this.roots.add(seal.root);
  }

  /** What waits for its seal, as it was written and as it is. */
  addWaiting({ eventId, subjectId, digest, line }: WaitingLine): void {
    this.checked += 1;
    if (line === null) {
      this.report('line-removed', { eventId, subjectId }, `Dòng ${eventId} của ${subjectId} đã bị xóa trước khi được niêm phong.`);
    } else if (line !== undefined && sha256(line) !== digest) {
      this.report('line-changed', { eventId, subjectId }, `Dòng ${eventId} của ${subjectId} đã bị sửa trước khi được niêm phong.`);
    }
  }

  /** A line that is in the log and was never written by the system. */
  addForeign({ eventId, subjectId }: Pick<WaitingLine, 'eventId' | 'subjectId'>): void {
    this.report('line-added', { eventId, subjectId }, `Dòng ${eventId} của ${subjectId} không nằm trong chuỗi: đã được chèn thêm ngoài hệ thống.`);
  }

  /** A row of the register against the chain. */
  addRegistered({ subjectId, lines, hash }: { readonly subjectId: string; readonly lines: number; readonly hash: string }): void {
    const chain = this.chains.get(subjectId);
    if (chain?.lines !== lines || chain.hash !== hash) {
      this.report('register-differs', { subjectId }, `Sổ đầu chuỗi ghi ${subjectId} có ${String(lines)} dòng, chuỗi có ${String(chain?.lines ?? 0)}: sổ đã bị sửa.`);
    }
  }

  /** A seal that is known from elsewhere: it must be one of these. */
  expectSeal({ number, digest }: { readonly number: number; readonly digest: string }): void {
    if (this.digests.get(digest) !== number) {
      const told = number > this.last.number ? `nhật ký chỉ còn đến niêm phong ${String(this.last.number)}: phần cuối đã bị xóa` : 'niêm phong đó nay đã khác';
      this.report(number > this.last.number ? 'end-missing' : 'seal-changed', { seal: number }, `Niêm phong ${String(number)} (${digest.slice(0, 16)}…) đã từng được ghi lại ngoài cơ sở dữ liệu, nhưng ${told}.`);
    }
  }

  /** A root that is known from elsewhere, of a receipt or a published result: one of the seals must have it. */
  expectRoot(root: string): void {
    if (!this.roots.has(root)) {
      this.report('seal-missing', {}, `Không niêm phong nào có gốc ${root}: niêm phong đó đã bị xóa hay sửa, hoặc gốc không phải của hệ thống này.`);
    }
  }

  private checkSeal(seal: StoredSeal): void {
    const { number, previous } = seal;
    const place = { seal: number };
    const name = `Niêm phong ${String(number)}`;
    for (let missing = this.last.number + 1; missing < number; missing += 1) {
      this.report('seal-missing', { seal: missing }, `Niêm phong ${String(missing)} đã bị xóa.`);
    }
    const fault = sealFault(seal, this.keys);
    if (fault === 'changed' || movedTree(seal.heads).root() !== seal.moved) {
      const suspects = fault === 'changed' ? '' : ` Danh sách đầu chuỗi gồm: ${seal.heads.slice(0, 5).map(([subjectId]) => subjectId).join(', ')}.`;
      this.report('seal-changed', place, `${name} đã bị sửa sau khi ký.${suspects}`);
    } else if (fault !== null) {
      const why = fault === 'unknown-key' ? `khóa ${seal.keyId} không phải khóa của hệ thống này` : 'chữ ký không khớp';
      this.report('seal-unsigned', place, `${name} không do hệ thống này ký: ${why}.`);
    } else if (number === this.last.number + 1 && previous !== this.last.digest) {
      this.report('seal-changed', place, `${name} không nối tiếp niêm phong ${String(this.last.number)}: một trong hai đã bị thay.`);
    }
  }

  private checkLink(link: CheckedLink, seal: number): void {
    const { subjectId, eventId, position, digest, hash } = link;
    const chain = this.chainOf(subjectId);
    const place = { subjectId, eventId, position, seal };
    this.checked += 1;
    this.checkLine(link, place);
    if (position !== chain.lines + 1) {
      this.reportGap(chain, position, place);
    } else if (!chain.broken && linkHash(chain.hash, digest) !== hash) {
      chain.broken = true;
      this.report('link-broken', place, `Dòng ${String(position)} (${eventId}) của ${subjectId} không nối tiếp dòng trước nó: một trong hai đã bị thay, hoặc đổi chỗ.`);
    }
    chain.lines = position;
    chain.hash = hash;
  }

  private checkLine({ subjectId, eventId, position, digest, line }: CheckedLink, place: Place): void {
    if (line === undefined) {
      return;
    }
    const name = `Dòng ${String(position)} (${eventId}) của ${subjectId}`;
    if (line === null) {
      this.report('line-removed', place, `${name} đã bị xóa.`);
    } else if (sha256(line) !== digest) {
      this.report('line-changed', place, `${name} đã bị sửa: không còn như khi ghi.`);
    }
  }

  private reportGap(chain: ChainState, position: number, place: Place): void {
    const from = chain.lines + 1;
    const subjectId = place.subjectId ?? '';
    chain.broken = true;
    if (position > from) {
      const which = position - 1 === from ? `Dòng ${String(from)}` : `Các dòng ${String(from)}–${String(position - 1)}`;
      this.report('line-removed', { ...place, eventId: null, position: from }, `${which} của ${subjectId} đã bị xóa cùng mắt xích của nó.`);
    } else {
      this.report('link-broken', place, `Dòng ${String(position)} của ${subjectId} có hai lần hoặc sai thứ tự.`);
    }
  }

  /** What the links came to, against what was signed. */
  private checkHeads(seal: StoredSeal, links: readonly CheckedLink[]): void {
    const before = (subjectId: string): number => this.sealed.get(subjectId)?.lines ?? 0;
    const moved = new Set(seal.heads.map(([subjectId]) => subjectId));
    for (const [subjectId, lines, hash] of seal.heads) {
      this.checkHead([subjectId, lines, hash], { seal: seal.number, from: before(subjectId) + 1 });
    }
    for (const link of links.filter(({ subjectId }) => !moved.has(subjectId))) {
      const { subjectId, eventId, position } = link;
      this.report('line-added', { subjectId, eventId, position, seal: seal.number }, `Dòng ${String(position)} (${eventId}) của ${subjectId} không có trong niêm phong ${String(seal.number)}: đã được chèn thêm.`);
    }
  }

  private checkHead([subjectId, lines, hash]: SealedHead, { seal, from }: { readonly seal: number; readonly from: number }): void {
    const chain = this.chainOf(subjectId);
    const stretch = from === lines ? `dòng ${String(lines)}` : `các dòng ${String(from)}–${String(lines)}`;
    if (chain.lines < lines) {
      const gone = chain.lines + 1 === lines ? `dòng ${String(lines)}` : `các dòng ${String(chain.lines + 1)}–${String(lines)}`;
      this.report('end-missing', { subjectId, position: chain.lines + 1, seal }, `Cuối chuỗi ${subjectId} bị mất ${gone} so với niêm phong ${String(seal)}.`);
      Object.assign(chain, { lines, hash, broken: true });
    } else if (chain.lines > lines) {
      this.report('line-added', { subjectId, position: lines + 1, seal }, `Chuỗi ${subjectId} có thêm dòng sau dòng ${String(lines)} so với niêm phong ${String(seal)}.`);
    } else if (chain.hash !== hash && !chain.broken) {
      chain.broken = true;
      this.report('head-differs', { subjectId, position: from, seal }, `Chuỗi ${subjectId}: ${stretch} đã bị thay cùng mắt xích, khác với niêm phong ${String(seal)}.`);
    }
  }

  private checkRoot({ number, root, subjects, lines, heads }: StoredSeal): void {
    let count = this.last.lines;
    for (const head of heads) {
      const before = this.sealed.get(head[0]) ?? { leaf: this.sealed.size, lines: 0 };
      count += head[1] - before.lines;
      this.sealed.set(head[0], { leaf: before.leaf, lines: head[1] });
      this.tree.set(before.leaf, leafHash(toHead(head)));
    }
    if (this.tree.root() !== root || this.sealed.size !== subjects || count !== lines) {
      this.report('root-differs', { seal: number }, `Gốc của niêm phong ${String(number)} không phải gốc của các chuỗi lúc đó: niêm phong này hoặc niêm phong trước nó đã bị sửa.`);
    }
  }

  private chainOf(subjectId: string): ChainState {
    const known = this.chains.get(subjectId);
    if (known) {
      return known;
    }
    const fresh: ChainState = { lines: 0, hash: CHAIN_START, broken: false };
    this.chains.set(subjectId, fresh);
    return fresh;
  }

  private report(kind: AuditFindingKind, place: Place, detail: string): void {
    this.found += 1;
    if (this.findings.length < TOLD) {
      this.findings.push({ kind, subjectId: null, eventId: null, position: null, seal: null, ...place, detail });
    }
  }
}
