import { Injectable, type PipeTransform } from '@nestjs/common';
import { RecordId } from '../../platform/http/record-id';

/** One criterion of one assessment, as the path names it. */
export interface CriterionKey {
  readonly assessmentId: string;
  readonly code: string;
}

/** For `@Param(CriterionKeyOf)`: what is no id names no assessment. Whether the criterion is there, the set knows. */
@Injectable()
export class CriterionKeyOf implements PipeTransform<CriterionKey, CriterionKey> {
  private readonly recordId = new RecordId();

  transform({ assessmentId, code }: CriterionKey): CriterionKey {
    return { assessmentId: this.recordId.transform(assessmentId), code };
  }
}
