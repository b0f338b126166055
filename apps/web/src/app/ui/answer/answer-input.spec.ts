import { inputBinding, outputBinding, signal, type WritableSignal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type Answer, checkAnswer, compileCriteriaSet, type CriteriaSet, type Finding, type LeafNode } from '@par-index/scoring';
import { AnswerInput } from './answer-input';

const LEAVES: readonly LeafNode[] = [
  { code: '1', title: 'Đúng hạn', max: 2, rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Hồ sơ đúng hạn', denominator: 'Tổng số hồ sơ' } } },
  {
    code: '2',
    title: 'Kế hoạch',
    max: 1,
    whenNotApplicable: 'exclude',
    rule: { kind: 'choice', options: [{ id: 'kip', label: 'Kịp thời', points: 1 }, { id: 'khong', label: 'Không ban hành', points: 0 }] },
  },
  {
    code: '3',
    title: 'Nội dung',
    max: 1,
    rule: { kind: 'checklist', items: [{ id: 'a', label: 'Đầy đủ', points: 0.5 }, { id: 'b', label: 'Kinh phí', points: 0.5 }] },
  },
  { code: '4', title: 'Báo cáo', max: 1, rule: { kind: 'tally', start: 'max', items: [{ id: 'cham', label: 'Báo cáo chậm', points: 0.25 }] } },
  {
    code: '5',
    title: 'Sắp xếp',
    max: 1,
    rule: {
      kind: 'bestOf',
      cases: [
        { id: 'mot', label: 'Theo đề án', rule: { kind: 'proportional', measure: { type: 'number', label: 'Số đơn vị', unit: 'đơn vị' }, target: 10 } },
        { id: 'hai', label: 'Đã tinh gọn', rule: { kind: 'choice', options: [{ id: 'on', label: 'Giữ ổn định', points: 1 }] } },
      ],
    },
  },
];
const SET: CriteriaSet = { format: 'par-criteria-set/1', code: 's', title: 's', year: 2026, appliesTo: 'so', criteria: LEAVES };
const COMPILED = compileCriteriaSet(SET);

interface Shown {
  readonly fixture: ComponentFixture<AnswerInput>;
  readonly answer: WritableSignal<Answer | null>;
  readonly unreadable: readonly boolean[];
}

/** The component as a page uses it: what it emits is checked and comes back as its input. */
async function show(code: string, start: Answer | null = null): Promise<Shown> {
  const leaf = COMPILED.leaf(code);
  const answer = signal<Answer | null>(start);
  const findings = signal<readonly Finding[]>([]);
  const unreadable: boolean[] = [];
  const fixture = TestBed.createComponent(AnswerInput, {
    bindings: [
      inputBinding('leaf', () => leaf),
      inputBinding('answer', answer),
      inputBinding('findings', findings),
      outputBinding<Answer | null>('changed', (changed) => {
        answer.set(changed);
        findings.set(changed === null ? [] : checkAnswer(COMPILED, code, changed));
      }),
      outputBinding<boolean>('unreadable', (now) => unreadable.push(now)),
    ],
  });
  await fixture.whenStable();
  return { fixture, answer, unreadable };
}

const boxes = ({ fixture }: Shown): readonly HTMLInputElement[] => [...fixture.nativeElement.querySelectorAll('input')];
const said = ({ fixture }: Shown): string => fixture.nativeElement.textContent;

async function type(shown: Shown, box: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  box.value = text;
  box.dispatchEvent(new Event('input'));
  await shown.fixture.whenStable();
}

async function click(shown: Shown, box: HTMLInputElement): Promise<void> {
  box.click();
  await shown.fixture.whenStable();
}

describe('the answer to a ratio', () => {
  it('is there once both numbers are typed, the Vietnamese way', async () => {
    const shown = await show('1');
    const [numerator, denominator] = boxes(shown) as [HTMLInputElement, HTMLInputElement];
    await type(shown, numerator, '1.842');
    expect(shown.answer()).toBeNull();
    expect(numerator.value).toBe('1.842');
    await type(shown, denominator, '1905');
    expect(shown.answer()).toEqual({ numerator: 1842, denominator: 1905 });
    expect(said(shown)).toContain('= 96,69 %');
  });

  it('keeps what is no number, says so beside it, and emits nothing', async () => {
    const shown = await show('1', { numerator: 1, denominator: 2 });
    const [numerator] = boxes(shown) as [HTMLInputElement];
    await type(shown, numerator, '18x');
    expect(numerator.value).toBe('18x');
    expect(shown.answer()).toEqual({ numerator: 1, denominator: 2 });
    expect(shown.unreadable.at(-1)).toBe(true);
    expect(numerator.getAttribute('aria-invalid')).toBe('true');
    expect(said(shown)).toContain('Đây chưa phải là số');
  });

  it('shows what the rule refuses beside the field that is meant', async () => {
    const shown = await show('1');
    const [numerator, denominator] = boxes(shown) as [HTMLInputElement, HTMLInputElement];
    await type(shown, numerator, '5');
    await type(shown, denominator, '0');
    expect(denominator.getAttribute('aria-invalid')).toBe('true');
    expect(numerator.getAttribute('aria-invalid')).toBeNull();
  });

  it('groups the thousands once the field is left', async () => {
    const shown = await show('1');
    const [numerator] = boxes(shown) as [HTMLInputElement];
    await type(shown, numerator, '12500');
    numerator.dispatchEvent(new Event('blur'));
    await shown.fixture.whenStable();
    expect(numerator.value).toBe('12.500');
  });
});

describe('the answer to a choice', () => {
  it('is the option chosen', async () => {
    const shown = await show('2');
    await click(shown, boxes(shown)[0] as HTMLInputElement);
    expect(shown.answer()).toEqual({ choice: 'kip' });
  });

  it('may be «không áp dụng», which needs a reason', async () => {
    const shown = await show('2', { choice: 'kip' });
    await click(shown, boxes(shown).at(-1) as HTMLInputElement);
    expect(shown.answer()).toEqual({ notApplicable: true, reason: '' });
    const reason = shown.fixture.nativeElement.querySelector('textarea') as HTMLTextAreaElement;
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    await type(shown, reason, 'Không có thủ tục');
    expect(shown.answer()).toEqual({ notApplicable: true, reason: 'Không có thủ tục' });
    expect(reason.getAttribute('aria-invalid')).toBeNull();
  });

  it('comes back when «không áp dụng» is taken off', async () => {
    const shown = await show('2', { choice: 'kip' });
    await click(shown, boxes(shown).at(-1) as HTMLInputElement);
    await click(shown, boxes(shown).at(-1) as HTMLInputElement);
    expect(shown.answer()).toEqual({ choice: 'kip' });
  });

  it('offers «không áp dụng» only where the set allows it', async () => {
    expect(said(await show('2'))).toContain('Không áp dụng');
    expect(said(await show('3'))).not.toContain('Không áp dụng');
  });
});

describe('the answer to a checklist', () => {
  it('holds the ticks in the order of the rule', async () => {
    const shown = await show('3');
    await click(shown, boxes(shown)[1] as HTMLInputElement);
    await click(shown, boxes(shown)[0] as HTMLInputElement);
    expect(shown.answer()).toEqual({ checked: ['a', 'b'] });
  });

  it('may be that nothing is met, which is not the same as no answer', async () => {
    const shown = await show('3');
    await click(shown, boxes(shown)[2] as HTMLInputElement);
    expect(shown.answer()).toEqual({ checked: [] });
    await click(shown, boxes(shown)[2] as HTMLInputElement);
    expect(shown.answer()).toBeNull();
  });
});

describe('the answer to a tally', () => {
  it('may be that nothing happened', async () => {
    const shown = await show('4');
    await click(shown, boxes(shown)[1] as HTMLInputElement);
    expect(shown.answer()).toEqual({ counts: { cham: 0 } });
    expect((boxes(shown)[0] as HTMLInputElement).value).toBe('0');
  });

  it('refuses half a time', async () => {
    const shown = await show('4');
    await type(shown, boxes(shown)[0] as HTMLInputElement, '1,5');
    expect(boxes(shown)[0]?.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the answer to several cases', () => {
  it('holds the cases that are answered and drops those that are closed', async () => {
    const shown = await show('5');
    await click(shown, boxes(shown)[0] as HTMLInputElement);
    expect(shown.answer()).toBeNull();
    await type(shown, boxes(shown)[1] as HTMLInputElement, '7');
    expect(shown.answer()).toEqual({ cases: { mot: { value: 7 } } });
    await click(shown, boxes(shown)[0] as HTMLInputElement);
    expect(shown.answer()).toBeNull();
  });
});
