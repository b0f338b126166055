import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const ATTEMPT_KINDS = ['account', 'address'] as const;
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/** How often signing in has failed for one user name or from one address, and until when it waits. Keys are hashes: no address is kept. */
@Entity('sign_in_attempt')
@Check('ck_sign_in_attempt_kind', `kind in ('account', 'address')`)
export class SignInAttempt {
  @PrimaryColumn('text')
  kind!: AttemptKind;

  @PrimaryColumn('text')
  keyHash!: string;

  @Column('integer')
  failures!: number;

  @Index()
  @Column('timestamptz')
  lastAt!: Date;

  @Column('timestamptz')
  waitsUntil!: Date;
}
