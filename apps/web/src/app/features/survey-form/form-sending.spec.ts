import { TestBed } from '@angular/core/testing';
import type { FilledForm, KioskForms, KioskFormsStored } from '@par-index/contract';
import { Refusal } from '../../platform/problem/refusal';
import { FormSending } from './form-sending';
import { Outbox, type WaitingForm } from './outbox';
import { SurveyFormApi } from './survey-form-api';

const form = (id: string): FilledForm => ({ id, answers: {}, answeredAt: '2026-11-24T07:00:00.000Z', seconds: 60 });
const LOST = new Refusal('network.unreachable', 'Mất mạng.');
const CLOSED = new Refusal('survey.closed', 'Đã kết thúc.', { type: 'about:blank', title: '', status: 410, code: 'survey.closed', detail: 'Đã kết thúc.' } as never);

class MemoryOutbox {
  readonly kept = new Map<string, WaitingForm>();
  broken = false;

  put(one: WaitingForm): Promise<void> {
    return this.broken ? Promise.reject(new Error('no store')) : Promise.resolve(void this.kept.set(one.id, one));
  }

  remove(id: string): Promise<void> {
    return Promise.resolve(void this.kept.delete(id));
  }

  of(door: string): Promise<readonly WaitingForm[]> {
    return Promise.resolve([...this.kept.values()].filter((one) => one.door === door));
  }
}

describe('a form that is sent', () => {
  let outbox: MemoryOutbox;
  let sent: string[];
  let answer: () => Promise<unknown>;
  let sending: FormSending;

  beforeEach(() => {
    outbox = new MemoryOutbox();
    sent = [];
    answer = () => Promise.resolve();
    const api = {
      answerByLink: (_: string, { id }: FilledForm) => (sent.push(id), answer()),
      answerOnDevice: async ({ forms }: KioskForms): Promise<KioskFormsStored> => {
        sent.push(...forms.map(({ id }) => id));
        await answer();
        return { results: forms.map(({ id }) => ({ id, stored: id !== 'bad', refusal: id === 'bad' ? { code: 'survey.form-invalid', detail: 'Thiếu câu.' } : null })) };
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: Outbox, useValue: outbox }, { provide: SurveyFormApi, useValue: api }] });
    sending = TestBed.inject(FormSending);
  });

  it('leaves nothing behind once it is stored', async () => {
    expect(await sending.byLink('L1', form('a'))).toEqual({ waiting: 0, refused: [] });
    expect([sent, outbox.kept.size]).toEqual([['a'], 0]);
  });

  it('waits without a network, and goes with the same id when there is one', async () => {
    answer = () => Promise.reject(LOST);
    expect(await sending.byLink('L1', form('a'))).toEqual({ waiting: 1, refused: [] });
    answer = () => Promise.resolve();
    expect(await sending.emptyLink('L1')).toEqual({ waiting: 0, refused: [] });
    expect(sent).toEqual(['a', 'a']);
  });

  it('that is refused for good is kept with the reason and not sent again', async () => {
    answer = () => Promise.reject(CLOSED);
    expect(await sending.byLink('L1', form('a'))).toEqual({ waiting: 0, refused: [{ id: 'a', detail: 'Đã kết thúc.' }] });
    await sending.emptyLink('L1');
    expect(sent).toEqual(['a']);
  });

  it('goes at once where the browser keeps nothing', async () => {
    outbox.broken = true;
    expect(await sending.byLink('L1', form('a'))).toEqual({ waiting: 0, refused: [] });
    expect(sent).toEqual(['a']);
  });

  it('on a kiosk keeps none of the others out when it cannot be taken', async () => {
    for (const id of ['a', 'bad', 'b']) {
      await sending.keepOnDevice(form(id));
    }
    expect(await sending.emptyDevice('token')).toEqual({ waiting: 0, refused: [{ id: 'bad', detail: 'Thiếu câu.' }] });
    expect([...outbox.kept.keys()]).toEqual(['bad']);
  });

  it('on a kiosk goes once, however often it is asked to go', async () => {
    await sending.keepOnDevice(form('a'));
    await Promise.all([sending.emptyDevice('token'), sending.emptyDevice('token'), sending.emptyDevice('token')]);
    expect(sent).toEqual(['a']);
  });
});
