import { inject, Injectable } from '@angular/core';
import type { AssessmentView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { COPIES } from '../../platform/offline/copies';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { AssessmentApi } from './assessment-api';

/** An assessment as it was read. */
export interface ReadAssessment {
  readonly view: AssessmentView;
  /** When this browser kept it, where the server could not be asked; null where it is what the server says now. */
  readonly keptAt: string | null;
}

const subjectOf = (id: string): string => `assessment:${id}`;

/** Reads an assessment from the server; without a network, from the copy that this browser keeps while the agency is working on it. */
@Injectable({ providedIn: 'root' })
export class AssessmentReader {
  private readonly api = inject(AssessmentApi);
  private readonly copies = inject(COPIES);
  private readonly session = inject(Session);

  async read(id: string): Promise<ReadAssessment> {
    try {
      const view = await firstValueFrom(this.api.get(id));
      void this.keep(view);
      return { view, keptAt: null };
    } catch (error) {
      return await this.recall(id, error);
    }
  }

  /** What is not to be edited is not kept on a computer that others may use. */
  async keep(view: AssessmentView): Promise<void> {
    const userId = this.session.view()?.userId;
    if (userId) {
      const copy = { userId, subject: subjectOf(view.id), value: view, keptAt: new Date().toISOString() };
      await (view.editable ? this.copies.put(copy) : this.copies.remove(userId, copy.subject)).catch(() => undefined);
    }
  }

  private async recall(id: string, error: unknown): Promise<ReadAssessment> {
    const userId = this.session.view()?.userId;
    const offline = userId !== undefined && refusalOf(error).code === 'network.unreachable';
    const copy = offline ? await this.copies.find(userId, subjectOf(id)).catch(() => null) : null;
    if (!copy) {
      throw error;
    }
    return { view: copy.value as AssessmentView, keptAt: copy.keptAt };
  }
}
