import type { ExtensiblePhase } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { ParticipantExtension } from '../../src/features/cycle/participant-extension.entity';

export interface ExtensionFields {
  readonly phase?: ExtensiblePhase;
  readonly deadlineAt: Date;
  readonly closeAt: Date;
  readonly reason?: string;
  readonly grantedBy?: string;
  readonly grantedAt?: Date;
}

/** Grants a participant a deadline of its own, for the self-assessment unless told otherwise, in the place of the one it had. */
export async function anExtension(db: DataSource, participantId: string, { phase = 'self-assessment', reason = 'Bão lũ', ...fields }: ExtensionFields): Promise<void> {
  await db.query('update participant_extension set superseded_at = now() where participant_id = $1 and phase = $2 and superseded_at is null', [participantId, phase]);
  await db.manager.insert(ParticipantExtension, { participantId, phase, reason, ...fields });
}
