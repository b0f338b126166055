import { Injectable } from '@nestjs/common';
import { type AcceptableRow, type AcceptAcrossRequest, type AcceptAcrossView, type AcceptedAgency, type Actor, type AgencyRef, appraisalLayerOf, type Layer } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { acceptanceOf } from './acceptance';
import { AppraisalRepository } from './appraisal.repository';
import { type AppraisalScene, AppraisalScenes } from './appraisal-scene.service';
import { ByCriterionRepository } from './by-criterion.repository';
import { type AcrossKey, scopeOf } from './by-criterion.service';
import { DecisionWriter } from './decision-writer.service';
import { lockedBecause } from './locked-because';

/** Accepting one criterion at many agencies: what the preview says is what the command writes, by the same code. */
@Injectable()
export class AcceptanceAcross {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly appraisals: AppraisalRepository,
    private readonly across: ByCriterionRepository,
    private readonly scenes: AppraisalScenes,
    private readonly writer: DecisionWriter,
  ) {}

  /** What accepting the undecided would write now. Changes nothing. */
  async preview(actor: Actor, key: AcrossKey, request: AcceptAcrossRequest): Promise<AcceptAcrossView> {
    const ids = request.assessmentIds ?? request.rows?.map(({ assessmentId }) => assessmentId) ?? null;
    const { view } = await this.read(this.dataSource.manager, actor, key, { ids, hold: 'read' });
    return { dryRun: true, ...view };
  }

  /** Accepts exactly these rows, all or none. Refuses with `record.version-stale` where one is no longer what the preview showed. */
  async accept(actor: Actor, key: AcrossKey, { rows }: AcceptAcrossRequest): Promise<AcceptAcrossView> {
    if (!rows || rows.length === 0) {
      throw new DomainError('appraisal.nothing-to-accept');
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const ids = rows.map(({ assessmentId }) => assessmentId);
      const { view, scenes } = await this.read(tx.em, actor, key, { ids, hold: 'change' });
      refuseChanged(rows, view.accepted);
      for (const { assessmentId, answer, points } of view.accepted) {
        const scene = scenes.find(({ record }) => record.id === assessmentId);
        const layer = scene && appraisalLayerOf(scene.record);
        if (scene && layer) {
          const entry = { code: key.code, kind: 'accept' as const, answer, points, reason: '', explanationWanted: false, question: '' };
          await this.writer.write(tx, { actor, scene, layer, entries: [entry] });
        }
      }
      return { dryRun: false, ...view };
    });
  }

  private async read(em: EntityManager, actor: Actor, key: AcrossKey, choice: { readonly ids: readonly string[] | null; readonly hold: 'read' | 'change' }): Promise<Reading> {
    await this.across.getGroup(em, key.cycleId, key.groupCode);
    const records = await this.appraisals.listAcross(em, { ...scopeOf(actor, key), ...choice });
    const scenes = await this.scenes.readAll(em, records);
    const answers = await this.across.listAnswers(em, records.map(({ id }) => id), key.code);
    const versions = new Map(answers.map(({ assessmentId, version }) => [assessmentId, version]));
    const outcomes = scenes.map((scene) => outcomeAt(actor, scene, key.code, versions.get(scene.record.id) ?? 0));
    return { scenes, view: { accepted: outcomes.flatMap(({ accepted }) => accepted ?? []), left: outcomes.flatMap(({ left }) => left ?? []) } };
  }
}

interface Reading {
  readonly scenes: readonly AppraisalScene[];
  readonly view: Omit<AcceptAcrossView, 'dryRun'>;
}

interface Outcome {
  readonly accepted?: AcceptedAgency;
  readonly left?: AgencyRef;
}

/** Nothing where the actor does not decide the criterion at this agency now, or it is decided. */
function outcomeAt(actor: Actor, scene: AppraisalScene, code: string, answerVersion: number): Outcome {
  const leaf = scene.set.leaf(code);
  const layer = undecidedLayer(actor, scene, code);
  if (!leaf || layer === null) {
    return {};
  }
  const { accepted: [accepted] } = acceptanceOf(scene.set, [{ code, declared: scene.declaredOf(leaf), decided: false }]);
  const { id: assessmentId, agency } = scene.record;
  return accepted ? { accepted: { assessmentId, agency, version: 0, answerVersion, answer: accepted.answer, points: accepted.points } } : { left: agency };
}

function undecidedLayer(actor: Actor, scene: AppraisalScene, code: string): Layer | null {
  const { record } = scene;
  const [leaf, layer, appraiserId] = [scene.set.leaf(code), appraisalLayerOf(record), scene.appraiserOf(code)];
  if (!leaf || layer === null || appraiserId === null || scene.layerOf(code, layer) !== null) {
    return null;
  }
  const appraiser = { id: appraiserId, code: '', name: '', shortName: '' };
  return lockedBecause(actor, { record, leaf, appraiser, person: scene.personOf(code), deciders: scene.decidersOf(code), explained: scene.isExplained(code) }) === null ? layer : null;
}

function refuseChanged(rows: readonly AcceptableRow[], accepted: readonly AcceptedAgency[]): void {
  const standing = new Map(accepted.map((row) => [row.assessmentId, row]));
  const changed = rows.flatMap(({ assessmentId, version, answerVersion }, place) => {
    const now = standing.get(assessmentId);
    return now && now.version === version && now.answerVersion === answerVersion ? [] : [place];
  });
  if (changed.length > 0) {
    const detail = 'Cơ quan này đã thay đổi sau khi bạn xem trước. Hãy xem trước lại.';
    throw new DomainError('record.version-stale', {}, changed.map((place) => ({ pointer: `/rows/${place}`, code: 'record.version-stale', detail })));
  }
}
