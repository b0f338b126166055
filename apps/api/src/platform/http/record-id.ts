import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../problem/domain-error';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** For `@Param('id', RecordId)`: what is no id names no record, so it is answered like one that is not there. */
@Injectable()
export class RecordId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) {
      throw new DomainError('record.not-found');
    }
    return value.toLowerCase();
  }
}
