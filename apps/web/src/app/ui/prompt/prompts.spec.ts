import { TestBed } from '@angular/core/testing';
import { Confirm } from './confirm';
import { ReasonPrompt } from './reason-prompt';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const button = (label: string): HTMLButtonElement =>
  [...document.querySelectorAll<HTMLButtonElement>('.dialog-panel button')].find((one) => one.textContent?.trim() === label) as HTMLButtonElement;

describe('the question for a reason', () => {
  const question = { title: 'Trả lại hồ sơ?', label: 'Lý do trả lại', verb: 'Trả lại' };

  it('gives the reason, without blanks around it', async () => {
    const asked = TestBed.inject(ReasonPrompt).ask(question);
    await settle();
    const text = document.querySelector('textarea') as HTMLTextAreaElement;
    text.value = '  Thiếu phụ lục ';
    text.dispatchEvent(new Event('input'));
    button('Trả lại').click();
    expect(await asked).toBe('Thiếu phụ lục');
  });

  it('does not go on without one, and says so at the field', async () => {
    const asked = TestBed.inject(ReasonPrompt).ask(question);
    await settle();
    button('Trả lại').click();
    await settle();
    expect(document.querySelector('#reason-error')?.textContent).toContain('Hãy ghi lý do');
    expect(document.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
    button('Quay lại').click();
    expect(await asked).toBeNull();
  });
});

describe('the question before what cannot be taken back', () => {
  const question = { title: 'Công bố?', body: 'Không sửa được nữa.', verb: 'Công bố', effects: ['3 hồ sơ chưa nộp'] };

  it('tells the effects and repeats the verb', async () => {
    const asked = TestBed.inject(Confirm).ask(question);
    await settle();
    expect(document.querySelector('.effects')?.textContent).toContain('3 hồ sơ chưa nộp');
    button('Công bố').click();
    expect(await asked).toBe(true);
  });

  it('is answered with no by going back', async () => {
    const asked = TestBed.inject(Confirm).ask(question);
    await settle();
    button('Quay lại').click();
    expect(await asked).toBe(false);
  });
});
