import type { FieldError, MissingItem } from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';

const WORDS: Readonly<Record<MissingItem['kind'], string>> = {
  answer: 'chưa có số liệu. Hãy nhập số liệu, hoặc ghi thuyết minh vì sao không có.',
  evidence: 'chưa có tài liệu kiểm chứng. Hãy đính kèm tài liệu, hoặc viết giải trình thay cho tài liệu.',
};

/** What is missing, a Vietnamese sentence for each, with the criterion's code in the pointer. */
export function missingErrors(set: Pick<CompiledSet, 'leaf'>, missing: readonly MissingItem[]): readonly FieldError[] {
  return missing.map(({ code, kind }) => ({
    pointer: `/answers/${code}`,
    code: `missing.${kind}`,
    detail: `Tiêu chí ${code} «${set.leaf(code)?.title ?? ''}» ${WORDS[kind]}`,
  }));
}
