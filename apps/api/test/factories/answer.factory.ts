import type { SaveAnswerRequest } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { Answer } from '../../src/features/assessment/answer.entity';
import { AnswerRevision } from '../../src/features/assessment/answer-revision.entity';
import { aPerson } from './actor.factory';
import { inItsTime, WHILE_DRAFTING } from './in-its-time';

/** Saves an answer with the first line of its history: the best one to criterion `1.1` of `APPRAISED_SET`, unless told otherwise. */
export async function anAnswer(db: DataSource, assessmentId: string, overrides: Partial<Answer> = {}): Promise<Answer> {
  const updatedBy = overrides.updatedBy ?? (await aPerson(db)).id;
  const best = { code: '1.1', answer: { numerator: 95, denominator: 100 }, points: '20', note: '', evidenceExplanation: '', late: false };
  const saved = await inItsTime(db, assessmentId, WHILE_DRAFTING, (em) => em.save(em.create(Answer, { ...best, ...overrides, assessmentId, updatedBy })));
  const { id: answerId, code, version, answer, points, note, evidenceExplanation } = saved;
  await db.manager.insert(AnswerRevision, { answerId, assessmentId, code, version, answer, points, note, evidenceExplanation, changedBy: updatedBy } as object);
  return saved;
}

/** Answers to every criterion of `APPRAISED_SET` that an agency has to answer, with a written explanation where evidence is required. */
export async function allAnswers(db: DataSource, assessmentId: string): Promise<void> {
  await anAnswer(db, assessmentId, { evidenceExplanation: 'Báo cáo thuộc tài liệu mật' });
  await anAnswer(db, assessmentId, { code: '1.2', answer: { choice: 'du' } });
  await anAnswer(db, assessmentId, { code: '1.3', answer: { value: 3 }, points: null });
}

/** What an officer sends: the best answer to criterion `1.1` of `APPRAISED_SET`, unless told otherwise. */
export const aSave = (overrides: Partial<SaveAnswerRequest> = {}): SaveAnswerRequest => ({
  answer: { numerator: 95, denominator: 100 },
  note: '',
  evidenceExplanation: '',
  ...overrides,
});
