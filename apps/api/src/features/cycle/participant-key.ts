import { Injectable, type PipeTransform } from '@nestjs/common';
import { RecordId } from '../../platform/http/record-id';

/** One agency in one cycle, as the path names it. */
export interface ParticipantKey {
  readonly cycleId: string;
  readonly agencyId: string;
}

/** For `@Param(ParticipantKeyOf)`: what is no id names no participant. */
@Injectable()
export class ParticipantKeyOf implements PipeTransform<ParticipantKey, ParticipantKey> {
  private readonly recordId = new RecordId();

  transform({ cycleId, agencyId }: ParticipantKey): ParticipantKey {
    return { cycleId: this.recordId.transform(cycleId), agencyId: this.recordId.transform(agencyId) };
  }
}
