import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** An agency that takes part in a cycle, the set it is scored with, and its own deadline where one was granted. */
@Entity('participant')
@Index('uq_participant_cycle_id_agency_id', ['cycleId', 'agencyId'], { unique: true })
@Check(
  'ck_participant_extension',
  `(extension_deadline_at is null and extension_close_at is null and extension_reason is null)
   or (extension_deadline_at is not null and extension_close_at is not null and extension_reason is not null
       and extension_deadline_at <= extension_close_at)`,
)
export class Participant {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Index()
  @ForeignKey('criteria_set')
  @Column('uuid')
  criteriaSetId!: string;

  @Column('timestamptz', { nullable: true })
  extensionDeadlineAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  extensionCloseAt!: Date | null;

  @Column('text', { nullable: true })
  extensionReason!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
