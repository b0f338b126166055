import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { agencySeesAppraisal, type AssessmentView } from '@par-index/contract';
import { ChangesSince } from '../../platform/changes/changes-since';
import { ReceiptLines } from '../../platform/receipt/receipt-lines';
import { CanPipe } from '../../platform/session/can';
import { MomentPipe } from '../../ui/format/date-pipes';
import { NumberPipe, PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { LeftList } from './answer-left-list';
import { AssessmentApi } from './assessment-api';
import { AssessmentDesk } from './assessment-desk';
import { fieldSummaries } from './field-summaries';

/** The whole assessment at a glance: why it is locked, what is missing, each field of work, what happened to it. */
@Component({
  selector: 'par-assessment-overview',
  imports: [CanPipe, ChangesSince, Icon, LeftList, LoadState, MatButton, MomentPipe, NumberPipe, PointsPipe, ReceiptLines, RouterLink],
  templateUrl: './assessment-overview.html',
  styleUrl: './assessment-overview.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentOverview {
  private readonly api = inject(AssessmentApi);
  protected readonly desk = inject(AssessmentDesk);

  readonly view = input.required<AssessmentView>();
  readonly begun = output<string>();

  protected readonly fields = computed(() => {
    const [set, totals] = [this.desk.set(), this.desk.totals()];
    return set && totals ? fieldSummaries(set, totals.nodes, this.done()) : [];
  });
  private readonly done = computed(() => this.desk.filters().find(({ id }) => id === 'done')?.codes ?? new Set<string>());
  protected readonly missing = computed(() => this.desk.missing().map(({ code, kind }) => ({ code, kind, title: this.titleOf(code) })));
  protected readonly unsent = computed(() => this.desk.unsent().map((code) => ({ code, title: this.titleOf(code) })));
  protected readonly halfTyped = computed(() => this.desk.halfTyped().map((code) => ({ code, title: this.titleOf(code) })));
  protected readonly history = rxResource({
    params: () => ({ id: this.view().id, version: this.view().version }),
    stream: ({ params }) => this.api.history(params.id),
  });
  protected readonly sheet = computed(() => `/api/v1/reports/assessments/${this.view().id}/sheet.xlsx`);
  protected readonly awaitsMissing = computed(() => ['drafting', 'awaiting-head'].includes(this.view().state));
  protected readonly first = computed(() => this.missing()[0]?.code ?? this.desk.codes()[0] ?? null);

  /** From the opening of the differences on. */
  protected readonly explains = computed(() => agencySeesAppraisal(this.view().phase));

  private titleOf(code: string): string {
    return this.desk.set()?.node(code)?.title ?? code;
  }
}
