import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SEAL_FORMAT, type SignedSeal, type StoredSeal } from './seal-document';

/** A line that waits for its seal. */
export interface PendingLine {
  readonly eventId: string;
  readonly subjectId: string;
  readonly digest: string;
}

export interface NewLink extends PendingLine {
  readonly position: number;
  readonly seal: number;
  readonly hash: string;
}

/** How far a chain has come, and its leaf in the tree. */
export interface ChainedSubject {
  readonly subjectId: string;
  readonly leaf: number;
  readonly lines: number;
  readonly hash: string;
}

type Row<S extends SignedSeal> = Omit<S, 'format' | 'sealedAt'> & { readonly sealedAt: Date };

/** Any number that nobody else locks in this database. */
const LOCK = 7_262_029;

const TAKE = `
  with taken as (
    delete from audit_pending where number = any (array(select number from audit_pending order by number limit $1))
    returning number, event_id, subject_id, digest)
  select event_id as "eventId", subject_id as "subjectId", encode(digest, 'hex') as digest from taken order by number`;

const INSERT_LINKS = `
  insert into audit_link (event_id, subject_id, position, seal, digest, hash)
  select event_id, subject_id, position, seal, decode(digest, 'hex'), decode(hash, 'hex')
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::text[], $6::text[]) as t (event_id, subject_id, position, seal, digest, hash)`;

const KEEP_SUBJECTS = `
  insert into audit_subject (subject_id, leaf, lines, hash)
  select subject_id, leaf, lines, decode(hash, 'hex') from unnest($1::uuid[], $2::int[], $3::int[], $4::text[]) as t (subject_id, leaf, lines, hash)
  on conflict (subject_id) do update set lines = excluded.lines, hash = excluded.hash`;

const INSERT_SEAL = `
  insert into audit_seal (number, previous, sealed_at, root, subjects, lines, moved, heads, digest, key_id, signature)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const SEALED = `number, previous, sealed_at as "sealedAt", root, subjects, lines, moved, digest, key_id as "keyId", signature`;

const column = <T, K extends keyof T>(rows: readonly T[], name: K): readonly T[K][] => rows.map((row) => row[name]);

/** The tables of the chains. */
@Injectable()
export class ChainRepository {
  async holdsLock(em: EntityManager): Promise<boolean> {
    const [row]: readonly { readonly held: boolean }[] = await em.query('select pg_try_advisory_xact_lock($1) as held', [LOCK]);
    return row?.held ?? false;
  }

  async now(em: EntityManager): Promise<Date> {
    const [row]: readonly { readonly now: Date }[] = await em.query(`select date_trunc('milliseconds', clock_timestamp()) as now`);
    return row?.now ?? new Date();
  }

  /** In the order in which they were written; taken away from those that wait. */
  takePending(em: EntityManager, limit: number): Promise<readonly PendingLine[]> {
    return em.query(TAKE, [limit]);
  }

  async countPending(em: EntityManager): Promise<number> {
    const [row]: readonly { readonly count: number }[] = await em.query('select count(*)::int as count from audit_pending');
    return row?.count ?? 0;
  }

  /** By leaf. */
  listSubjects(em: EntityManager): Promise<readonly ChainedSubject[]> {
    return em.query(`select subject_id as "subjectId", leaf, lines, encode(hash, 'hex') as hash from audit_subject order by leaf`);
  }

  async insertLinks(em: EntityManager, links: readonly NewLink[]): Promise<void> {
    const columns = (['eventId', 'subjectId', 'position', 'seal', 'digest', 'hash'] as const).map((name) => column(links, name));
    await em.query(INSERT_LINKS, columns);
  }

  async keepSubjects(em: EntityManager, subjects: readonly ChainedSubject[]): Promise<void> {
    const columns = (['subjectId', 'leaf', 'lines', 'hash'] as const).map((name) => column(subjects, name));
    await em.query(KEEP_SUBJECTS, columns);
  }

  async insertSeal(em: EntityManager, seal: StoredSeal): Promise<void> {
    const { number, previous, sealedAt, root, subjects, lines, moved, heads, digest, keyId, signature } = seal;
    await em.query(INSERT_SEAL, [number, previous, sealedAt, root, subjects, lines, moved, JSON.stringify(heads), digest, keyId, signature]);
  }

  async findLastSeal(em: EntityManager): Promise<SignedSeal | null> {
    return this.findOne(em, 'order by number desc limit 1', []);
  }

  /** With their heads, oldest first: those after the seal of that number. */
  async listSeals(em: EntityManager, after: number, limit: number): Promise<readonly StoredSeal[]> {
    const rows: readonly Row<StoredSeal>[] = await em.query(`select ${SEALED}, heads from audit_seal where number > $1 order by number limit $2`, [after, limit]);
    return rows.map(withTime);
  }

  /** Newest first, without their heads. */
  async listNewest(em: EntityManager, skip: number, limit: number): Promise<readonly SignedSeal[]> {
    const rows: readonly Row<SignedSeal>[] = await em.query(`select ${SEALED} from audit_seal order by number desc offset $1 limit $2`, [skip, limit]);
    return rows.map(withTime);
  }

  async countSeals(em: EntityManager): Promise<number> {
    const [row]: readonly { readonly count: number }[] = await em.query('select count(*)::int as count from audit_seal');
    return row?.count ?? 0;
  }

  findByRoot(em: EntityManager, root: string): Promise<SignedSeal | null> {
    return this.findOne(em, 'where root = $1 order by number limit 1', [root]);
  }

  findByNumber(em: EntityManager, number: number): Promise<SignedSeal | null> {
    return this.findOne(em, 'where number = $1', [number]);
  }

  private async findOne(em: EntityManager, which: string, values: readonly (string | number)[]): Promise<SignedSeal | null> {
    const [row]: readonly Row<SignedSeal>[] = await em.query(`select ${SEALED} from audit_seal ${which}`, [...values]);
    return row ? withTime(row) : null;
  }
}

const withTime = <S extends SignedSeal>(row: Row<S>): S => ({ ...row, format: SEAL_FORMAT, sealedAt: row.sealedAt.toISOString() }) as unknown as S;
