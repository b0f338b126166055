import { Directive, inject, input, TemplateRef } from '@angular/core';

/** A cell of one's own: `<ng-template parCell="state" [of]="rows" let-row>…</ng-template>`. `of` tells the type of `row`. */
@Directive({ selector: 'ng-template[parCell]' })
export class Cell<T> {
  readonly parCell = input.required<string>();
  readonly of = input<readonly T[]>();
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_cell: Cell<T>, context: unknown): context is { $implicit: T } {
    return context !== null;
  }
}
