import { inject, Injectable } from '@angular/core';
import type { FilledForm } from '@par-index/contract';
import { refusalOf } from '../../platform/problem/refusal';
import { Outbox, type WaitingForm } from './outbox';
import { mayPassLater, SurveyFormApi } from './survey-form-api';

/** What became of the forms of one door. */
export interface Sending {
  readonly waiting: number;
  readonly refused: readonly { readonly id: string; readonly detail: string }[];
}

const PART = 50;
export const KIOSK_DOOR = 'kiosk';
export const linkDoor = (linkCode: string): string => `link:${linkCode}`;

/** Puts a form into the outbox first and sends from there, so that nothing that was filled in is lost. Where the browser keeps nothing, it is sent at once or refused. */
@Injectable({ providedIn: 'root' })
export class FormSending {
  private readonly api = inject(SurveyFormApi);
  private readonly outbox = inject(Outbox);
  private running: Promise<unknown> = Promise.resolve();

  async byLink(linkCode: string, form: FilledForm): Promise<Sending> {
    const kept = await this.outbox.put({ id: form.id, door: linkDoor(linkCode), form, refused: null }).then(() => true, () => false);
    if (kept) {
      return this.emptyLink(linkCode);
    }
    await this.api.answerByLink(linkCode, form);
    return { waiting: 0, refused: [] };
  }

  keepOnDevice(form: FilledForm): Promise<void> {
    return this.outbox.put({ id: form.id, door: KIOSK_DOOR, form, refused: null });
  }

  /** Sends what waits, one after the other; what the network refuses goes on waiting. */
  emptyLink(linkCode: string): Promise<Sending> {
    return this.inTurn(linkDoor(linkCode), async (waiting) => {
      for (const one of waiting) {
        const refused = await this.refusalTo(() => this.api.answerByLink(linkCode, one.form));
        await this.settle(one, refused);
      }
    });
  }

  emptyDevice(token: string): Promise<Sending> {
    return this.inTurn(KIOSK_DOOR, async (waiting) => {
      for (let from = 0; from < waiting.length; from += PART) {
        const part = waiting.slice(from, from + PART);
        const { results } = await this.api.answerOnDevice({ token, forms: part.map(({ form }) => form) });
        for (const { id, stored, refusal } of results) {
          const one = part.find((form) => form.id === id);
          if (one) {
            await this.settle(one, stored ? null : (refusal?.detail ?? ''));
          }
        }
      }
    });
  }

  private async inTurn(door: string, send: (waiting: readonly WaitingForm[]) => Promise<void>): Promise<Sending> {
    const turn = this.running.then(async () => send((await this.outbox.of(door)).filter(({ refused }) => refused === null)));
    this.running = turn.catch(() => undefined);
    await this.running;
    const left = await this.outbox.of(door);
    return { waiting: left.filter(({ refused }) => refused === null).length, refused: left.flatMap(({ id, refused }) => (refused === null ? [] : [{ id, detail: refused }])) };
  }

  private async settle(one: WaitingForm, refused: string | null): Promise<void> {
    await (refused === null ? this.outbox.remove(one.id) : this.outbox.put({ ...one, refused }));
  }

  /** Why it was refused for good, or null where it is stored. Throws where sending it again may do. */
  private async refusalTo(send: () => Promise<unknown>): Promise<string | null> {
    try {
      await send();
      return null;
    } catch (error) {
      const refusal = refusalOf(error);
      if (mayPassLater(refusal)) {
        throw refusal;
      }
      return refusal.detail;
    }
  }
}
