import { Injectable } from '@nestjs/common';
import type { AuditEventName, AuditProof, AuditSealView, SealCheck } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { Signatures } from '../signature/signatures';
import { PROOF_FORMAT, proofFindings } from './audit-proof';
import { ChainRepository } from './chain.repository';
import { CHAIN_START, LINE_TEXT } from './line-digest';
import { movedTree, type SignedSeal } from './seal-document';

interface PlacedLine {
  readonly subjectId: string;
  readonly position: number;
  readonly seal: number;
  readonly line: string;
  readonly before: string | null;
}

/** The newest line of one event whose payload has that value in that field, with its place in the log. */
const PLACED = `
  select l.subject_id as "subjectId", l.position, l.seal, ${LINE_TEXT} as line, encode(b.hash, 'hex') as before
  from audit_event e join audit_link l on l.event_id = e.id left join audit_link b on b.subject_id = l.subject_id and b.position = l.position - 1
  where e.subject_id = $1 and e.event = $2 and e.payload->>$3 = $4 order by e.at desc limit 1`;

const LATER = `select encode(digest, 'hex') as digest from audit_link where subject_id = $1 and position > $2 and seal = $3 order by position`;

export interface SealedLine {
  readonly subjectId: string;
  readonly event: AuditEventName;
  /** A field of the payload, and what it holds in this line. */
  readonly field: string;
  readonly value: string;
}

/** Seals for everybody, and what a line of the log is proved by. */
@Injectable()
export class AuditSeals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly chains: ChainRepository,
    private readonly signatures: Signatures,
  ) {}

  /** The first seal that covers the line: its root does not change any more. Null before it is there. */
  async findSeal(em: EntityManager, { subjectId, event, field, value }: SealedLine): Promise<AuditSealView | null> {
    const [placed]: readonly PlacedLine[] = await em.query(PLACED, [subjectId, event, field, value]);
    const seal = placed ? await this.chains.findByNumber(em, placed.seal) : null;
    return seal && toView(seal);
  }

  /** The proof by that seal; null before it is there. It does not change any more, so it tells nothing of what was written later about the same subject. */
  async findProof(em: EntityManager, { subjectId, event, field, value }: SealedLine): Promise<AuditProof | null> {
    const [placed]: readonly PlacedLine[] = await em.query(PLACED, [subjectId, event, field, value]);
    const [seal] = placed ? await this.chains.listSeals(em, placed.seal - 1, 1) : [];
    if (!placed || !seal) {
      return null;
    }
    const later: readonly { readonly digest: string }[] = await em.query(LATER, [subjectId, placed.position, placed.seal]);
    const { line, position, before } = placed;
    const path = movedTree(seal.heads).path(seal.heads.findIndex(([subject]) => subject === subjectId));
    return { format: PROOF_FORMAT, line, subjectId, position, before: before ?? CHAIN_START, later: later.map(({ digest }) => digest), path, seal: toView(seal) };
  }

  /** Newest first. */
  async list(slice: { readonly skip: number; readonly pageSize: number }): Promise<{ readonly items: readonly AuditSealView[]; readonly total: number }> {
    const em = this.dataSource.manager;
    return { items: (await this.chains.listNewest(em, slice.skip, slice.pageSize)).map(toView), total: await this.chains.countSeals(em) };
  }

  async findByRoot(root: string): Promise<AuditSealView | null> {
    const seal = await this.chains.findByRoot(this.dataSource.manager, root);
    return seal && toView(seal);
  }

  async findLast(): Promise<AuditSealView | null> {
    const seal = await this.chains.findLastSeal(this.dataSource.manager);
    return seal && toView(seal);
  }

  /** Lines that the next seal will cover. */
  countWaiting(): Promise<number> {
    return this.chains.countPending(this.dataSource.manager);
  }

  /** Whether what somebody shows is borne out by its seal, and the seal by a key of this system. */
  async check(shown: unknown): Promise<SealCheck> {
    const em = this.dataSource.manager;
    const keys = new Map((await this.signatures.listKeys(em)).map(({ keyId, publicKey }) => [keyId, publicKey]));
    const findings = proofFindings(shown, keys);
    const root = rootIn(shown);
    const kept = root === null ? null : await this.chains.findByRoot(em, root);
    const unknown = findings.length === 0 && kept === null ? ['Hệ thống không còn niêm phong có gốc này: nhật ký đã bị thay. Hãy giữ tệp này và báo cơ quan thanh tra.'] : [];
    return { genuine: findings.length + unknown.length === 0, findings: [...findings, ...unknown], kept: kept && toView(kept) };
  }
}

const rootIn = (shown: unknown): string | null => {
  const { seal, root } = Object(shown) as { readonly seal?: unknown; readonly root?: unknown };
  const found = root ?? (Object(seal) as { readonly root?: unknown }).root;
  return typeof found === 'string' ? found : null;
};

export const toView = ({ format, number, previous, sealedAt, root, subjects, lines, moved, digest, keyId, signature }: SignedSeal): AuditSealView => ({
  ...{ format, number, previous, sealedAt, root, subjects, lines, moved, digest, keyId, signature },
});
