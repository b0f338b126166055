import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one definition of what is assigned, decided and left, with appraisal 2 in it: there only what was explained is to be decided. A figure of
 * a survey or imported criterion was entered, not appraised: it counts as decided, until it is explained and decided again.
 */
const VIEW = (columns: { readonly isDecided: string; readonly isLeft: string; readonly more: string }): string => `
create view assigned_criterion as
select t.id, t.assessment_id, t.code, t.agency_id,
  case when t.person_id is not null and can_appraise(t.person_id, t.agency_id, a.agency_id) then t.person_id end as person_id,
  a.cycle_id, a.agency_id as assessed_agency_id, a.participant_id,
  l.decided_by, ${columns.isDecided} as is_decided,
  ${columns.isLeft} as is_left,
  exists (
    select 1 from appraisal_layer w where w.assessment_id = t.assessment_id and w.code = t.code and w.explanation_wanted) as is_explanation_wanted${columns.more}
from appraisal_assignment t
join assessment a on a.id = t.assessment_id
join cycle c on c.id = a.cycle_id
left join appraisal_layer l on l.assessment_id = t.assessment_id and l.code = t.code and l.layer = 'appraisal-1'
where not exists (
  select 1 from participant_exemption e
  where e.participant_id = a.participant_id and (t.code = e.code or starts_with(t.code, e.code || '.')));
`;

const LAYER = (layer: string): string => `exists (select from appraisal_layer o where o.assessment_id = t.assessment_id and o.code = t.code and o.layer = '${layer}')`;
const EXPLAINED = 'exists (select from explained_criterion x where x.assessment_id = t.assessment_id and x.code = t.code)';
const LEFT_IN_APPRAISAL = `l.id is null and a.state = 'submitted' and c.phase = 'appraisal'`;

const NOW = VIEW({
  isDecided: `(l.id is not null or (${EXPLAINED} and ${LAYER('base')}))`,
  isLeft: `((${LEFT_IN_APPRAISAL}) or (a.state = 'explained' and c.phase = 'reappraisal' and ${EXPLAINED} and not ${LAYER('appraisal-2')}))`,
  more: `,
  ${EXPLAINED} as is_explained, ${LAYER('appraisal-2')} as is_decided_again`,
});
const BEFORE = VIEW({ isDecided: 'l.id is not null', isLeft: LEFT_IN_APPRAISAL, more: '' });

export class ReappraisalCounters1764100010100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view assigned_criterion; ${NOW}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view assigned_criterion; ${BEFORE}`);
  }
}
