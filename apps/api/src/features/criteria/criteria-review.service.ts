import { Injectable } from '@nestjs/common';
import type { FindingView } from '@par-index/contract';
import { type CriteriaSet as CriteriaSetDocument, reviewCriteriaSet } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { toFieldError, toFindingView } from './criteria-set.mapper';
import { CriteriaSetRepository } from './criteria-set.repository';
import { appraisersIn } from './document-parts';

/** Everything that is found in a document; `set` where it may be published. */
export interface Review {
  readonly findings: readonly FindingView[];
  readonly set: CriteriaSetDocument | null;
}

/** What the library finds, and what only this province knows: its groups and its agencies. */
@Injectable()
export class CriteriaReview {
  constructor(private readonly sets: CriteriaSetRepository) {}

  /** What the library finds, without a look into the database. */
  byItself(document: unknown): Review {
    const { findings, set } = reviewCriteriaSet(document);
    return { findings: findings.map(toFindingView), set };
  }

  async review(em: EntityManager, document: unknown): Promise<Review> {
    const { findings, set } = this.byItself(document);
    const here = await this.findHere(em, document);
    const refused = here.some(({ severity }) => severity === 'error');
    return { findings: [...findings, ...here], set: refused ? null : set };
  }

  /** The set, or a refusal with a line for every error. */
  async getSound(em: EntityManager, document: unknown): Promise<CriteriaSetDocument> {
    const { findings, set } = await this.review(em, document);
    if (!set) {
      const errors = findings.filter(({ severity }) => severity === 'error');
      const code = errors.every((error) => error.code === GROUP_UNKNOWN) ? GROUP_UNKNOWN : 'criteria-set.invalid';
      throw new DomainError(code, { errors: errors.length }, errors.map(toFieldError));
    }
    return set;
  }

  private async findHere(em: EntityManager, document: unknown): Promise<readonly FindingView[]> {
    const group = (document as { readonly appliesTo?: unknown } | null)?.appliesTo;
    const named = appraisersIn(document);
    const groups = typeof group === 'string' && group.trim() !== '' ? [group] : [];
    const known = await this.sets.known(em, groups, named.map(({ code }) => code));
    return [
      ...groups.filter((code) => !known.groups.has(code)).map(groupUnknown),
      ...named.filter(({ code }) => !known.agencies.has(code)).map(appraiserUnknown),
    ];
  }
}

const GROUP_UNKNOWN = 'criteria-set.group-unknown';

const groupUnknown = (group: string): FindingView => ({
  severity: 'error',
  code: GROUP_UNKNOWN,
  pointer: '/appliesTo',
  params: { group },
  detail: `Chưa có nhóm cơ quan «${group}». Hãy chọn nhóm khác, hoặc thêm nhóm này trước.`,
});

/** A warning: what nobody of the house is named for, the lead agency appraises. */
const appraiserUnknown = ({ code, pointer }: { readonly code: string; readonly pointer: string }): FindingView => ({
  severity: 'warning',
  code: 'criteria-set.appraiser-unknown',
  pointer,
  params: { agency: code },
  detail: `Không có cơ quan nào đang hoạt động mang mã «${code}», nên cơ quan chủ trì sẽ thẩm định. Hãy chọn cơ quan trong danh sách nếu không phải vậy.`,
});
