import type { PetitionReason, PetitionState } from '@par-index/contract';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A petition at one of its versions. Written once. */
@Entity('petition_revision')
@Index('uq_petition_revision_petition_id_version', ['petitionId', 'version'], { unique: true })
export class PetitionRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('petition')
  @Column('uuid')
  petitionId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: PetitionState;

  @Column('text')
  reasonCode!: PetitionReason;

  @Column('text')
  text!: string;

  @Column('text')
  answer!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  changedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly changedAt!: Date;
}
