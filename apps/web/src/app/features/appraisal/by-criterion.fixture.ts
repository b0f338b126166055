import type { AgencyRef, AppraisedAgency, CriterionAppraisalView } from '@par-index/contract';
import { compiled, criteriaSet, criterion } from './appraisal.fixture';

/** Three communes at criterion 1.1: in Vietnamese order, the last of them without a declaration. */
export const communes: readonly AgencyRef[] = ['An Bình', 'Đông Hải', 'Tân Lập'].map((name, place) => ({ id: `g-${place}`, code: `xa-${place}`, name: `Xã ${name}`, shortName: name }));

export function agencyAt(place: number, changes: Partial<AppraisedAgency> = {}): AppraisedAgency {
  const declared = place === 2 ? null : { numerator: 80 + place, denominator: 100 };
  const agency = communes[place];
  if (!agency) throw new Error('No such commune');
  return { ...criterion('1.1', declared), assessmentId: `as-${place}`, agency, state: 'submitted', late: false, notSubmitted: false, changes: [], ...changes };
}

export function across(changes: Partial<CriterionAppraisalView> = {}): CriterionAppraisalView {
  return {
    cycleId: 'c-1',
    cycleTitle: 'Kỳ 2026',
    phase: 'appraisal',
    window: { opensAt: '2026-11-18T17:00:00.000Z', deadlineAt: '2026-12-06T17:00:00.000Z', closeAt: '2026-12-09T17:00:00.000Z' },
    now: '2026-11-24T01:00:00.000Z',
    groupCode: 'xa',
    groupName: 'Cấp xã',
    criteriaSet,
    code: '1.1',
    criteria: [{ code: '1.1', decided: 0, toDecide: 3 }, { code: '1.2', decided: 0, toDecide: 3 }],
    rows: [agencyAt(0), agencyAt(1), agencyAt(2)],
    ...changes,
  };
}

const leaf = compiled.leaf('1.1');
if (!leaf) throw new Error('1.1 is not in the set');
export const reading = { set: compiled, leaf, phase: 'appraisal' } as const;
