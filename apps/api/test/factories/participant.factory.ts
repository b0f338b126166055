import type { DataSource } from 'typeorm';
import { ParticipantExemption } from '../../src/features/cycle/participant-exemption.entity';
import { Participant } from '../../src/features/cycle/participant.entity';

/** Saves a participant of a cycle, without extension; `exempt` are codes, each with a reason of its own. */
export async function aParticipant(
  db: DataSource,
  fields: Pick<Participant, 'cycleId' | 'agencyId' | 'criteriaSetId'> & Partial<Participant>,
  exempt: readonly string[] = [],
): Promise<Participant> {
  const participant = await db.manager.save(db.manager.create(Participant, fields));
  await db.manager.insert(
    ParticipantExemption,
    exempt.map((code) => ({ participantId: participant.id, code, reason: 'Không có thủ tục hành chính' })),
  );
  return participant;
}
