import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { digestOf } from '../digest/digest';
import { JobQueue } from '../jobs/job-queue';
import { Signatures } from '../signature/signatures';
import { ChainRepository, type ChainedSubject, type NewLink, type PendingLine } from './chain.repository';
import { CHAIN_START, linkHash } from './line-digest';
import { type ChainHead, leafHash, MerkleTree } from './merkle-tree';
import { movedTree, NO_SEAL, SEAL_FORMAT, type SealedHead, type SealFacts, sealText, type StoredSeal } from './seal-document';
import { SealWitness } from './seal-witness';

/** Lines under one seal at most, so that a check of a long log has even steps. */
const LINES = 10_000;

const EVERY_MINUTE = '* * * * *';

/**
 * Chains what was written since the last seal, each line to the one before of its subject, and seals all chains with one signature. Writers never wait for it:
 * it reads what they have queued. Of several servers one seals at a time.
 */
@Injectable()
export class AuditSealer implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly chains: ChainRepository,
    private readonly signatures: Signatures,
    private readonly witness: SealWitness,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_MINUTE, 'audit-seal', async () => {
      await this.sealAll();
    });
  }

  /** Seals until nothing waits. Says how many seals were made. */
  async sealAll(): Promise<number> {
    let seals = 0;
    while (await this.sealNext()) {
      seals += 1;
    }
    return seals;
  }

  /** One seal, or null where nothing waits or another server is at it. */
  async sealNext(): Promise<StoredSeal | null> {
    const seal = await this.dataSource.transaction(async (em) => {
      const lines = (await this.chains.holdsLock(em)) ? await this.chains.takePending(em, LINES) : [];
      return lines.length === 0 ? null : this.seal(em, lines);
    });
    if (seal) {
      await this.witness.note(seal);
    }
    return seal;
  }

  private async seal(em: EntityManager, lines: readonly PendingLine[]): Promise<StoredSeal> {
    const last = await this.chains.findLastSeal(em);
    const number = (last?.number ?? 0) + 1;
    const known = await this.chains.listSubjects(em);
    const { links, grown } = chained(lines, new Map(known.map((one) => [one.subjectId, one])), number);
    const moved = withLeaves(known, grown);
    await this.chains.insertLinks(em, links);
    await this.chains.keepSubjects(em, moved);
    const heads = moved.map(({ subjectId, lines: count, hash }): SealedHead => [subjectId, count, hash]);
    const root = rootWith(known, moved);
    const subjects = known.length + moved.filter(({ leaf }) => leaf >= known.length).length;
    const sealedAt = (await this.chains.now(em)).toISOString();
    const total = (last?.lines ?? 0) + lines.length;
    const facts: SealFacts = { format: SEAL_FORMAT, number, previous: last?.digest ?? NO_SEAL, sealedAt, root, subjects, lines: total, moved: movedTree(heads).root() };
    const digest = digestOf(facts);
    const seal: StoredSeal = { ...facts, digest, ...(await this.signatures.sign(em, sealText(digest))), heads };
    await this.chains.insertSeal(em, seal);
    return seal;
  }
}

interface Chained {
  readonly links: readonly NewLink[];
  readonly grown: readonly ChainHead[];
}

/** Each line after the one before of its subject. */
function chained(lines: readonly PendingLine[], known: ReadonlyMap<string, ChainHead>, seal: number): Chained {
  const grown = new Map<string, ChainHead>();
  const links = lines.map(({ eventId, subjectId, digest }): NewLink => {
    const before = grown.get(subjectId) ?? known.get(subjectId) ?? { lines: 0, hash: CHAIN_START };
    const position = before.lines + 1;
    const hash = linkHash(before.hash, digest);
    grown.set(subjectId, { subjectId, lines: position, hash });
    return { eventId, subjectId, position, seal, digest, hash };
  });
  return { links, grown: [...grown.values()] };
}

/** By subject; in this order new ones take the next leaves. */
function withLeaves(known: readonly ChainedSubject[], grown: readonly ChainHead[]): readonly ChainedSubject[] {
  const leaves = new Map(known.map(({ subjectId, leaf }) => [subjectId, leaf]));
  let next = known.length;
  return grown.toSorted((one, other) => (one.subjectId < other.subjectId ? -1 : 1)).map((head) => ({ ...head, leaf: leaves.get(head.subjectId) ?? next++ }));
}

function rootWith(known: readonly ChainedSubject[], moved: readonly ChainedSubject[]): string {
  const tree = new MerkleTree();
  known.forEach((head) => tree.set(head.leaf, leafHash(head)));
  moved.toSorted((a, b) => a.leaf - b.leaf).forEach((head) => tree.set(head.leaf, leafHash(head)));
  return tree.root();
}
