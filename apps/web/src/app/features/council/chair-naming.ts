import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import type { ActingChairView, NameChairRequest } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { ChairDialog, type ChairQuestion } from './chair-dialog';
import { ConclusionApi } from './conclusion-api';

/** Names who leads the council about one agency in the chair's place. The name, or null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class ChairNaming {
  private readonly api = inject(ConclusionApi);
  private readonly dialog = inject(Dialog);

  async name(assessmentId: string, agency: string): Promise<string | null> {
    const standing = await firstValueFrom(this.api.actingChair(assessmentId));
    const request = await this.ask(standing, agency);
    return request && ((await firstValueFrom(this.api.nameChair(assessmentId, standing.version, request))).actingChair?.fullName ?? null);
  }

  private async ask({ candidates, actingChair }: ActingChairView, agency: string): Promise<NameChairRequest | null> {
    const question = { agency, candidates, chosen: actingChair?.id ?? null };
    const opened = this.dialog.open<NameChairRequest, ChairQuestion>(ChairDialog, { data: question, panelClass: 'dialog-panel', ariaLabelledBy: 'chair-title', ariaModal: true });
    return (await firstValueFrom(opened.closed)) ?? null;
  }
}
