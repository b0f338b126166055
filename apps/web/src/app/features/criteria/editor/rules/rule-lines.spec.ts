import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Problems } from '../checks/problems';
import type { Fields } from '../draft/fields';
import { RuleEditor } from './rule-editor';

/** A rule editor over a rule that its edits change, as the desk does. */
function show(rule: Fields, problems = Problems.none) {
  const fixture: ComponentFixture<RuleEditor> = TestBed.createComponent(RuleEditor);
  const held = { rule };
  const draw = (): void => {
    fixture.componentRef.setInput('rule', held.rule);
    fixture.componentRef.setInput('max', 5);
    fixture.componentRef.setInput('problems', problems);
    fixture.detectChanges();
  };
  fixture.componentInstance.written.subscribe(({ change }) => (held.rule = change(held.rule)));
  draw();
  const host = fixture.nativeElement as HTMLElement;
  const field = <T extends HTMLElement>(label: string): T => host.querySelector(`:is(input, button)[aria-label="${label}"]`) as T;
  const type = (label: string, text: string): void => {
    const input = field<HTMLInputElement>(label);
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  return { held, draw, host, field, type };
}

const choice = (): Fields => ({ kind: 'choice', options: [{ id: 'a', label: 'Đạt', points: 5 }, { id: 'b', label: 'Không', points: 0 }] });

describe('the editor of a rule', () => {
  it('writes words and figures of each line', () => {
    const { held, type } = show(choice());
    type('Phương án 1', 'Đạt đủ');
    type('Điểm, Phương án 2', '0,5');
    expect(held.rule['options']).toEqual([{ id: 'a', label: 'Đạt đủ', points: 5 }, { id: 'b', label: 'Không', points: 0.5 }]);
  });

  it('loses nothing that is typed before the page is drawn again', () => {
    const { held, field, type } = show(choice());
    field('Phương án 2').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    type('Phương án 2', 'Không đạt');
    expect(held.rule['options']).toEqual([{ id: 'a', label: 'Đạt', points: 5 }, { id: 'b', label: 'Không đạt', points: 0 }, { id: 'muc-3', label: '', points: 0 }]);
  });

  it('moves and removes lines', () => {
    const { held, draw, field } = show(choice());
    field('Đưa lên, 2').click();
    draw();
    expect((held.rule['options'] as Fields[]).map(({ id }) => id)).toEqual(['b', 'a']);
    field('Xóa dòng này, 1').click();
    expect((held.rule['options'] as Fields[]).map(({ id }) => id)).toEqual(['a']);
  });

  it('says what is wrong at the very line', () => {
    const problems = new Problems([{ within: '/rule/options/1/points', sentence: 'Cao hơn điểm tối đa', severity: 'error' }]).below('/rule');
    const { host, field } = show(choice(), problems);
    expect(field('Điểm, Phương án 2').querySelector('input') ?? field('Điểm, Phương án 2')).toBeTruthy();
    expect(host.querySelectorAll('.line')[1]?.textContent).toContain('Cao hơn điểm tối đa');
    expect(host.querySelectorAll('.line')[0]?.textContent).not.toContain('Cao hơn');
  });

  it.each(['choice', 'bands', 'proportional', 'checklist', 'tally', 'relative', 'bestOf', 'direct', 'survey'])('begins a rule of the kind %s that it can show', (kind) => {
    const { held, draw, host } = show({ kind: 'direct' });
    const select = host.querySelector('select') as HTMLSelectElement;
    select.value = kind;
    select.dispatchEvent(new Event('change'));
    draw();
    expect(held.rule['kind']).toBe(kind);
    expect(host.querySelectorAll('input, select').length).toBeGreaterThan(kind === 'direct' ? 2 : 1);
  });

  it('keeps the figure that is measured when the kind changes', () => {
    const measure = { type: 'ratio', numerator: 'a', denominator: 'b' };
    const { held, host } = show({ kind: 'proportional', measure });
    const select = host.querySelector('select') as HTMLSelectElement;
    select.value = 'bands';
    select.dispatchEvent(new Event('change'));
    expect(held.rule['measure']).toEqual(measure);
  });

  it('writes the rule of a case inside several', () => {
    const { held, draw, host } = show({ kind: 'bestOf', cases: [{ id: 'x', label: 'Một', rule: choice() }] });
    draw();
    const input = host.querySelector<HTMLInputElement>(`input[aria-label="Phương án 2"]`);
    if (input) {
      input.value = 'Không đạt';
      input.dispatchEvent(new Event('input'));
    }
    expect(JSON.stringify(held.rule)).toContain('Không đạt');
    expect([...host.querySelectorAll('par-cases-editor ~ *, section option')].map(({ textContent }) => textContent?.trim())).not.toContain('Lấy trường hợp cao nhất');
  });
});
