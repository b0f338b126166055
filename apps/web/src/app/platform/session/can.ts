import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { Permission } from '@par-index/contract';
import { Session } from './session';

/** `@if ('agency.edit' | can)`: whether this person may in general. What is open on one record comes with the record (`openActions`). */
@Pipe({ name: 'can', pure: false })
export class CanPipe implements PipeTransform {
  private readonly session = inject(Session);

  transform(permission: Permission): boolean {
    return this.session.can(permission);
  }
}
