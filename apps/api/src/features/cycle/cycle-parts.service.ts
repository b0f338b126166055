import { Injectable } from '@nestjs/common';
import type { FieldError, SubstituteRequest } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CycleRepository, type SetHead } from './cycle.repository';

/** What a cycle is put together from, checked against what there is. */
@Injectable()
export class CycleParts {
  constructor(private readonly cycles: CycleRepository) {}

  /** One published set of that year for each group. Refuses anything else with `cycle.set-invalid`, naming each place. */
  async getSets(em: EntityManager, ids: readonly string[], year: number): Promise<readonly SetHead[]> {
    const heads = new Map((await this.cycles.listSetHeads(em, ids)).map((head) => [head.id, head]));
    const chosen = ids.map((id) => heads.get(id));
    const errors = chosen.flatMap((head, position) => setErrors(head, chosen.slice(0, position), { year, position }));
    if (errors.length > 0) {
      throw new DomainError('cycle.set-invalid', {}, errors);
    }
    return chosen.filter((head) => head !== undefined);
  }

  /** Refuses an agency that is not there or not active, an owner named twice, and one that would stand in for itself. */
  async assertAgencies(em: EntityManager, { leadAgencyId, substitutes }: NamedAgencies): Promise<void> {
    const ids = [...(leadAgencyId ? [leadAgencyId] : []), ...substitutes.flatMap((one) => [one.ownerAgencyId, one.substituteAgencyId])];
    const known = new Set((await this.cycles.listActiveAgencies(em, ids)).map(({ id }) => id));
    const lead = leadAgencyId && !known.has(leadAgencyId) ? [unknownAgency('/leadAgencyId')] : [];
    const errors = [
      ...lead,
      ...substitutes.flatMap((one, position) => substituteErrors(one, { known, before: substitutes.slice(0, position) })),
    ];
    if (errors.length > 0) {
      throw new DomainError('request.invalid', {}, errors);
    }
  }
}

export interface NamedAgencies {
  readonly leadAgencyId?: string;
  readonly substitutes: readonly SubstituteRequest[];
}

function setErrors(
  head: SetHead | undefined,
  before: readonly (SetHead | undefined)[],
  { year, position }: { readonly year: number; readonly position: number },
): readonly FieldError[] {
  const refused = (detail: string): readonly FieldError[] => [
    { pointer: `/criteriaSetIds/${position}`, code: 'cycle.set-invalid', detail },
  ];
  if (!head) {
    return refused('Không có bộ tiêu chí này. Hãy chọn trong danh sách.');
  }
  if (head.state !== 'published' && head.state !== 'frozen') {
    return refused(`Phiên bản ${head.versionNumber} của «${head.title}» đã được thay. Hãy chọn phiên bản mới nhất.`);
  }
  if (head.year !== year) {
    return refused(`«${head.title}» là bộ tiêu chí của năm ${head.year}, không phải năm ${year}.`);
  }
  return before.some((other) => other?.groupCode === head.groupCode)
    ? refused('Nhóm cơ quan này đã có một bộ tiêu chí ở trên. Hãy chọn mỗi nhóm một bộ.')
    : [];
}

interface SubstituteContext {
  readonly known: ReadonlySet<string>;
  readonly before: readonly SubstituteRequest[];
}

function substituteErrors(one: SubstituteRequest, { known, before }: SubstituteContext): readonly FieldError[] {
  const at = `/substitutes/${before.length}`;
  if (before.some(({ ownerAgencyId }) => ownerAgencyId === one.ownerAgencyId)) {
    return [
      { pointer: `${at}/ownerAgencyId`, code: 'record.duplicate', detail: 'Cơ quan này đã có cơ quan thay ở trên. Hãy bỏ bớt một dòng.' },
    ];
  }
  if (one.ownerAgencyId === one.substituteAgencyId) {
    return [
      {
        pointer: `${at}/substituteAgencyId`,
        code: 'access.own-agency',
        detail: 'Cơ quan thay phải là một cơ quan khác, vì không ai tự thẩm định mình.',
      },
    ];
  }
  return (['ownerAgencyId', 'substituteAgencyId'] as const)
    .filter((name) => !known.has(one[name]))
    .map((name) => unknownAgency(`${at}/${name}`));
}

const unknownAgency = (pointer: string): FieldError => ({
  pointer,
  code: 'record.not-found',
  detail: 'Không có cơ quan này, hoặc cơ quan đã ngừng hoạt động. Hãy chọn trong danh sách.',
});
