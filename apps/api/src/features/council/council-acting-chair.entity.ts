import { Column, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** The member who leads the council about one assessment, where every chair belongs to its agency. */
@Entity('council_acting_chair')
export class CouncilActingChair {
  @ForeignKey('assessment')
  @PrimaryColumn('uuid')
  assessmentId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  userId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  namedBy!: string;

  @Column('text')
  reason!: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  readonly namedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
