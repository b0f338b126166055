import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A criterion, with all below it, that does not count for one participant. Edited with its participant. */
@Entity('participant_exemption')
@Index('uq_participant_exemption_participant_id_code', ['participantId', 'code'], { unique: true })
export class ParticipantExemption {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('participant')
  @Column('uuid')
  participantId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  reason!: string;
}
