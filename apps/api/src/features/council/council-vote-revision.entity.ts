import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A vote at one of its versions. Written once. */
@Entity('council_vote_revision')
@Index('uq_council_vote_revision_item_id_user_id_version', ['itemId', 'userId', 'version'], { unique: true })
export class CouncilVoteRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('council_item')
  @Column('uuid')
  itemId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  userId!: string;

  @Index()
  @ForeignKey('council_proposal')
  @Column('uuid')
  proposalId!: string;

  @Column('int')
  version!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly votedAt!: Date;
}
