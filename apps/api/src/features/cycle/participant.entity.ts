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

  @ForeignKey('cycle', { name: 'fk_participant_cycle_id' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Index('ix_participant_agency_id')
  @ForeignKey('agency', { name: 'fk_participant_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Index('ix_participant_criteria_set_id')
  @ForeignKey('criteria_set', { name: 'fk_participant_criteria_set_id' })
  @Column('uuid', { name: 'criteria_set_id' })
  criteriaSetId!: string;

  @Column('timestamptz', { name: 'extension_deadline_at', nullable: true })
  extensionDeadlineAt!: Date | null;

  @Column('timestamptz', { name: 'extension_close_at', nullable: true })
  extensionCloseAt!: Date | null;

  @Column('text', { name: 'extension_reason', nullable: true })
  extensionReason!: string | null;

  @VersionColumn()
  version!: number;
}
