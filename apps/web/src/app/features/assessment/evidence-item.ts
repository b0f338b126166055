import { computed, signal } from '@angular/core';
import type { AttachFields } from '@par-index/contract';
import type { Refusal } from '../../platform/problem/refusal';
import type { FileSending, SendingState } from '../../platform/uploads/file-sending';
import type { CriterionPlace } from './evidence-api';

/** A file that is to become evidence: described, then sent, then saved. What was typed stays until it is saved. */
export class EvidenceItem {
  /** What the form begins with. */
  readonly initial: AttachFields;
  readonly refusal = signal<Refusal | null>(null);
  /** `describing` until somebody saves it. */
  private readonly deed = signal<'describing' | 'waiting' | 'sending' | 'saving'>('describing');
  private readonly small = signal(0);
  readonly sending = signal<FileSending | null>(null);
  private current: AttachFields;

  readonly state = computed<'describing' | 'saving' | SendingState>(() => {
    const deed = this.deed();
    const sending = this.sending()?.state();
    return deed === 'sending' && sending !== undefined && sending !== 'arrived' ? sending : deed === 'sending' ? 'sending' : deed;
  });
  readonly progress = computed(() => this.sending()?.progress() ?? this.small());
  readonly busy = computed(() => this.deed() !== 'describing');
  /** What the reader is told: of the transfer while there is one, else of the last attempt. */
  readonly said = computed(() => this.sending()?.refusal() ?? this.refusal());

  constructor(
    readonly id: number,
    readonly place: CriterionPlace,
    readonly file: File,
    given: { readonly initial: AttachFields; readonly url?: string | null },
  ) {
    this.initial = given.initial;
    this.current = given.initial;
    this.url = given.url ?? null;
  }

  /** Where its bytes go on, or lie as a whole. */
  url: string | null;
  arrived = false;

  get typed(): AttachFields {
    return this.current;
  }

  type(fields: AttachFields): void {
    this.current = fields;
    void this.sending()?.keepTyped();
  }

  wait(): void {
    this.refusal.set(null);
    this.deed.set('waiting');
  }

  begin(sending: FileSending | null): void {
    this.sending.set(sending);
    this.small.set(0);
    this.deed.set('sending');
  }

  move(share: number): void {
    this.small.set(share);
  }

  save(): void {
    this.deed.set('saving');
  }

  fail(refusal: Refusal): void {
    this.refusal.set(refusal);
    this.sending.set(null);
    this.deed.set('describing');
  }
}

/** What can be told of a document by the name of its file: «Báo cáo số 12.pdf» is called «Báo cáo số 12», as it is written. */
export function initialFieldsOf(file: Pick<File, 'name'>, issuer: string): AttachFields {
  const title = file.name.normalize('NFC').replace(/\.[^.]+$/, '');
  return { title, documentNumber: '', issuedOn: null, issuer, section: '', page: null };
}
