import { inputBinding, outputBinding, signal, type WritableSignal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type Answer, checkAnswer, compileCriteriaSet, type CriteriaSet, type Finding, type LeafNode } from '@par-index/scoring';
import { AnswerInput } from './answer-input';
import { answerAfter, type HalfAnswer, type Typed } from './half-answer';

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
  { code: '6', title: 'Số hóa', max: 1, whenNotApplicable: 'exclude', rule: { kind: 'proportional', measure: { type: 'number', label: 'Số đơn vị', unit: 'đơn vị' }, target: 10 } },
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

/** The component as a page uses it that keeps what is typed by half: the answer stays as it is meanwhile. */
async function showKeeping(code: string, start: { readonly answer?: Answer; readonly half?: HalfAnswer } = {}): Promise<Shown & { readonly half: WritableSignal<HalfAnswer | null> }> {
  const leaf = COMPILED.leaf(code);
  const answer = signal<Answer | null>(start.answer ?? null);
  const half = signal<HalfAnswer | null>(start.half ?? null);
  const fixture = TestBed.createComponent(AnswerInput, {
    bindings: [
      inputBinding('leaf', () => leaf),
      inputBinding('answer', answer),
      inputBinding('half', half),
      outputBinding<Typed>('typed', (typed) => {
        half.set(typed.half);
        answer.set(answerAfter(answer(), typed));
      }),
    ],
  });
  await fixture.whenStable();
  return { fixture, answer, half, unreadable: [] };
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

describe('an answer that is typed by half', () => {
  it('is given out as typed while the answer that stands is left as it is, and becomes the answer once it is whole', async () => {
    const shown = await showKeeping('1', { answer: { numerator: 1, denominator: 2 } });
    const [numerator, denominator] = boxes(shown) as [HTMLInputElement, HTMLInputElement];
    await type(shown, denominator, '');
    await type(shown, numerator, '18x');
    expect([shown.answer(), shown.half()]).toEqual([{ numerator: 1, denominator: 2 }, { texts: { numerator: '18x', denominator: '' } }]);
    await type(shown, numerator, '18');
    await type(shown, denominator, '20');
    expect([shown.answer(), shown.half()]).toEqual([{ numerator: 18, denominator: 20 }, null]);
  });

  it('comes back exactly as it was typed', async () => {
    const shown = await showKeeping('1', { answer: { numerator: 1, denominator: 2 }, half: { texts: { numerator: '01842', denominator: '19o5' } } });
    expect(boxes(shown).map(({ value }) => value)).toEqual(['01842', '19o5']);
    expect(said(shown)).toContain('Đây chưa phải là số');
  });

  it('gives the fields back to the answer that stands when it is dropped', async () => {
    const shown = await showKeeping('1', { answer: { numerator: 1, denominator: 2 }, half: { texts: { numerator: '7', denominator: '' } } });
    shown.half.set(null);
    await shown.fixture.whenStable();
    expect(boxes(shown).map(({ value }) => value)).toEqual(['1', '2']);
  });

  it('is nothing once every field is emptied', async () => {
    const shown = await showKeeping('1', { answer: { numerator: 1, denominator: 2 } });
    for (const box of boxes(shown)) await type(shown, box, '');
    expect([shown.answer(), shown.half()]).toEqual([null, null]);
  });

  it('opens the cases that were open, with what stood in them', async () => {
    const half = { cases: { mot: { answer: null, half: { texts: { value: '7 đv' } } }, hai: { answer: null, half: null } } };
    const shown = await showKeeping('5', { half });
    expect(boxes(shown).filter((box) => box.type === 'checkbox').map(({ checked }) => checked)).toEqual([true, true]);
    expect(boxes(shown)[1]?.value).toBe('7 đv');
    await type(shown, boxes(shown)[1] as HTMLInputElement, '7');
    expect([shown.answer(), shown.half()]).toEqual([{ cases: { mot: { value: 7 } } }, { cases: { mot: { answer: { value: 7 }, half: null }, hai: { answer: null, half: null } } }]);
  });

  it('survives «không áp dụng», ticked and taken off again', async () => {
    const half = { texts: { value: '7 đv' } };
    const shown = await showKeeping('6', { half });
    await click(shown, boxes(shown).at(-1) as HTMLInputElement);
    expect([shown.answer(), shown.half()]).toEqual([{ notApplicable: true, reason: '' }, null]);
    await click(shown, boxes(shown).at(-1) as HTMLInputElement);
    expect(shown.half()).toEqual(half);
    expect(boxes(shown)[0]?.value).toBe('7 đv');
  });
});
