import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Confirm } from '../../ui/prompt/confirm';
import { ByCriterionApi, type GroupAddress } from './by-criterion-api';
import { ByCriterionDesk } from './by-criterion-desk';

/** The criteria that the reader may go through across the agencies of a group, and the way from one to the next. Lives as long as its page. */
@Injectable()
export class CriterionChoice {
  private readonly api = inject(ByCriterionApi);
  private readonly confirm = inject(Confirm);
  private readonly desk = inject(ByCriterionDesk);

  /** From the address; null while there is none in it. */
  readonly code = signal<string | null>(null);
  readonly all = computed(() => (this.desk.view()?.criteria ?? []).map((progress) => ({ ...progress, title: this.desk.set()?.leaf(progress.code)?.title ?? '' })));
  private readonly place = computed(() => this.all().findIndex(({ code }) => code === this.code()));
  readonly previous = computed(() => this.all()[this.place() - 1]?.code ?? null);
  readonly next = computed(() => this.all()[this.place() + 1]?.code ?? null);

  /** The first one with something left; null where none in the group is the reader's. */
  async first(group: GroupAddress): Promise<string | null> {
    const { criteria } = await firstValueFrom(this.api.choices(group));
    return (criteria.find(({ decided, toDecide }) => decided < toDecide) ?? criteria[0])?.code ?? null;
  }

  /** Whether this criterion may be left: what is on its way has arrived, and what is typed is given up by the reader alone. */
  async mayLeave(): Promise<boolean> {
    await this.desk.idle();
    return (
      this.desk.unsaved().size === 0 ||
      this.confirm.ask({ title: $localize`Sang tiêu chí khác khi chưa lưu?`, body: $localize`Những gì vừa nhập ở tiêu chí này sẽ mất.`, verb: $localize`Sang tiêu chí khác` })
    );
  }
}
