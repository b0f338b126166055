import { Column, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** The vote of one member on one item as it stands; changeable while the vote is open. */
@Entity('council_vote')
export class CouncilVote {
  @ForeignKey('council_item')
  @PrimaryColumn('uuid')
  itemId!: string;

  @Index()
  @ForeignKey('user_account')
  @PrimaryColumn('uuid')
  userId!: string;

  @Index()
  @ForeignKey('council_proposal')
  @Column('uuid')
  proposalId!: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  readonly votedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
