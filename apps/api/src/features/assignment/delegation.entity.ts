import type { DelegationKind } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** What a person leaves to a colleague of the same agency from one day to another. Triggers refuse any change but taking it back, and deletion. */
@Entity('delegation')
@Check('ck_delegation_kind', `kind in ('appraisal', 'sign-off')`)
@Check('ck_delegation_people', 'from_user_id <> to_user_id')
@Check('ck_delegation_days', 'starts_on <= ends_on')
@Check('ck_delegation_revoked', '(revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null)')
export class Delegation {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  kind!: DelegationKind;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  fromUserId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  toUserId!: string;

  /** Days in Vietnam, both included. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  reason!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('text', { nullable: true })
  revokeReason!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
