import type { INestApplicationContext } from '@nestjs/common';
import type { CycleView, Phase } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { CriteriaService } from '../features/criteria/criteria.service';
import { CycleService } from '../features/cycle/cycle.service';
import { PhaseService } from '../features/cycle/phase.service';
import { PublicationService } from '../features/result/publication.service';
import { EvidenceStore } from '../platform/files/evidence-store';
import { dayEnd, dayStart, windowsFrom } from './calendar';
import { decide, fillCycle, type PlayedAssessment, pastCourseOf, type Stage } from './cycle-play';
import { loadFont } from './documents';
import { Papers } from './papers';
import { courseOf } from './profile';
import { RUNNING_YEAR, setsOf } from './province';
import { Random } from './random';
import { issueReceipts } from './receipts';
import { type SeededPeople, SUBSTITUTE_PAIRS, seedCards, seedPeople } from './seeded-people';
import { backdate, extend, markSubmitted } from './stage-states';

const REASON = 'Theo kế hoạch của kỳ đánh giá.';
const HOME_AFFAIRS = 'noivu';
const NEXT: readonly Phase[] = ['explanation', 'reappraisal', 'council', 'preliminary'];

/** Writes the demonstration province into an empty, migrated database: one cycle published, one in its appraisal. */
export class DemoSeed {
  private readonly em: EntityManager;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly now: Date,
  ) {
    this.em = app.get(DataSource).manager;
  }

  async run(): Promise<void> {
    const papers = new Papers([RUNNING_YEAR - 1, RUNNING_YEAR], await loadFont());
    const people = await seedPeople(this.em, this.now);
    const stage = { em: this.em, people, store: this.app.get(EvidenceStore), papers };
    const past = await this.openCycle(people, RUNNING_YEAR - 1);
    const running = await this.openCycle(people, RUNNING_YEAR);
    // Side by side: while the database works on one, the documents and figures of the other are made.
    await Promise.all([this.playPublished(stage, past), this.playRunning(stage, running)]);
    await seedCards(this.em, people);
  }

  /** Last year: everything submitted, appraised, agreed to and published. */
  private async playPublished(stage: Stage, opened: CycleView): Promise<void> {
    const moments = { answered: new Date('2025-11-12T02:10:00Z'), late: new Date('2025-11-26T14:45:00Z'), decided: new Date('2025-12-10T03:30:00Z') };
    const played = await fillCycle(stage, opened, moments, pastCourseOf);
    await markSubmitted(stage.em, played);
    const inAppraisal = await this.openPhase(stage.people, opened, 'appraisal');
    await decide(stage, played, moments.decided, () => 1);
    await stage.em.query(`update assessment set state = 'appraised', version = version + 1 where cycle_id = $1 and state = 'submitted'`, [opened.id]);
    const preliminary = await NEXT.reduce(async (cycle, phase) => this.openPhase(stage.people, await cycle, phase), Promise.resolve(inAppraisal));
    await this.app.get(PublicationService).publish(stage.people.actor(HOME_AFFAIRS), opened.id, preliminary.version, { reason: 'Chủ tịch UBND tỉnh đã phê duyệt kết quả năm 2025.' });
    await backdate(stage.em, opened.id, { windows: windowsFrom(this.now, -360), publishedAt: new Date('2026-01-20T02:00:00Z') });
    await issueReceipts(this.app, played);
  }

  /** This year: a few days into the appraisal, with every state that it allows. */
  private async playRunning(stage: Stage, opened: CycleView): Promise<void> {
    const moments = { answered: dayEnd(this.now, -12), late: new Date(dayEnd(this.now, -8).getTime() - 30 * 60_000), decided: dayStart(this.now, -1) };
    const played = await fillCycle(stage, opened, moments, courseOf);
    const submitted = played.filter(({ declarer }) => !declarer.course.endsWith('-extended') && declarer.course !== 'never-submitted');
    await markSubmitted(stage.em, submitted);
    await extend(stage.em, played.filter(({ declarer }) => declarer.course.endsWith('-extended')), { deadlineAt: dayEnd(this.now, 2), closeAt: dayEnd(this.now, 4) });
    await backdate(stage.em, opened.id, { windows: windowsFrom(this.now), publishedAt: null });
    await issueReceipts(this.app, submitted);
    await this.openPhase(stage.people, opened, 'appraisal');
    await this.decideSome(stage, played.filter(({ declarer }) => !declarer.course.endsWith('-extended')), moments.decided);
  }

  private async decideSome(stage: Stage, played: readonly PlayedAssessment[], at: Date): Promise<void> {
    const appraised = played.filter(({ declarer }) => declarer.course === 'appraised');
    await decide(stage, appraised, at, () => 1);
    await stage.em.query(`update assessment set state = 'appraised', version = version + 1 where id = any($1::uuid[])`, [appraised.map(({ id }) => id)]);
    const underWay = played.filter(({ declarer }) => declarer.course !== 'appraised' && declarer.course !== 'never-submitted');
    await decide(stage, underWay, at, ({ declarer }) => new Random(`share ${declarer.agencyCode}`).next() * 0.8);
  }

  /** A cycle with last or this year's sets, open for self-assessment. */
  private async openCycle(people: SeededPeople, year: number): Promise<CycleView> {
    const actor = people.actor(HOME_AFFAIRS);
    const criteriaSetIds: string[] = [];
    for (const document of setsOf(year)) {
      criteriaSetIds.push((await this.app.get(CriteriaService).load(actor, document)).id);
    }
    const substitutes = SUBSTITUTE_PAIRS.map(([owner, substitute]) => ({ ownerAgencyId: people.agencyId(owner), substituteAgencyId: people.agencyId(substitute) }));
    const title = `Đánh giá chỉ số cải cách hành chính năm ${String(year)}`;
    const request = { year, title, leadAgencyId: people.agencyId('so-noi-vu'), criteriaSetIds, windows: windowsFrom(this.now, 60), substitutes };
    return this.openPhase(people, await this.app.get(CycleService).create(actor, request), 'self-assessment');
  }

  private openPhase(people: SeededPeople, cycle: CycleView, to: Phase): Promise<CycleView> {
    return this.app.get(PhaseService).open(people.actor(HOME_AFFAIRS), cycle.id, cycle.version, { to, reason: REASON });
  }
}
