import type { Rule } from '@par-index/scoring';
import { answerInWords } from '@par-index/scoring';
import type { HalfAnswer } from './half-answer';
import { fieldsOf } from './measure-draft';

/** What was typed by half, field by field: «Hồ sơ đúng hạn: 1842; Tổng số hồ sơ: chưa nhập». Says so where nothing of it fits the rule. */
export function halfInWords(rule: Rule, half: HalfAnswer): string {
  const lines = 'texts' in half ? textLines(rule, half.texts) : caseLines(rule, half);
  return lines.length > 0 ? lines.join('; ') : $localize`chưa nhập`;
}

function textLines(rule: Rule, texts: Readonly<Record<string, string>>): readonly string[] {
  return labelsOf(rule).map(({ key, label }) => `${label}: ${texts[key]?.trim() || $localize`chưa nhập`}`);
}

function caseLines(rule: Rule, half: HalfAnswer): readonly string[] {
  if (rule.kind !== 'bestOf' || !('cases' in half)) {
    return [];
  }
  return rule.cases.flatMap(({ id, label, rule: inner }) => {
    const typed = half.cases[id];
    if (!typed) {
      return [];
    }
    const words = typed.half ? halfInWords(inner, typed.half) : typed.answer ? answerInWords(inner, typed.answer) : $localize`chưa nhập`;
    return [`${label} (${words})`];
  });
}

function labelsOf(rule: Rule): readonly { readonly key: string; readonly label: string }[] {
  switch (rule.kind) {
    case 'tally':
      return rule.items.map(({ id, label }) => ({ key: id, label }));
    case 'direct':
      return [{ key: 'points', label: $localize`Điểm` }];
    case 'survey':
      return [{ key: 'percent', label: $localize`Kết quả khảo sát` }];
    case 'choice':
    case 'checklist':
    case 'bestOf':
      return [];
    default:
      return fieldsOf(rule.measure);
  }
}
