import { Injectable } from '@nestjs/common';
import {
  type Actor,
  checkQuestionnaire,
  type FieldError,
  type Page,
  type Questionnaire,
  type QuestionnaireCheck,
  type QuestionnaireSummary,
  type QuestionnaireView,
  type WriteQuestionnaireRequest,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockVersion } from '../../platform/database/lock';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { digestOf } from '../../platform/digest/digest';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { SurveyQuestionnaire } from './survey-questionnaire.entity';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Questionnaires: drafts that are edited, versions that are issued for good. */
@Injectable()
export class Questionnaires {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  check(document: unknown): QuestionnaireCheck {
    return { findings: checkQuestionnaire(document) };
  }

  async list(slice: Slice): Promise<Page<QuestionnaireSummary>> {
    const [rows, total] = await this.dataSource.manager.findAndCount(SurveyQuestionnaire, {
      select: { id: true, code: true, title: true, versionNumber: true, state: true, questions: true, editedAt: true, version: true },
      order: { code: 'ASC', versionNumber: 'DESC' },
      skip: slice.skip,
      take: slice.pageSize,
    });
    return pageOf(rows.map(toSummary), total, slice);
  }

  async get(id: string, em: EntityManager = this.dataSource.manager): Promise<QuestionnaireView> {
    const row = await em.findOneBy(SurveyQuestionnaire, { id });
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return { ...toSummary(row), document: row.document, findings: checkQuestionnaire(row.document) };
  }

  /** A draft of the next version of its code. Two at once get two numbers, or the second one is asked to try again. */
  create(actor: Actor, { document }: WriteQuestionnaireRequest): Promise<QuestionnaireView> {
    assertNamed(document);
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.em.query('select pg_advisory_xact_lock(hashtext($1))', [`questionnaire ${document.code}`]);
      const before = await tx.em.maximum(SurveyQuestionnaire, 'versionNumber', { code: document.code });
      const row = tx.em.create(SurveyQuestionnaire, { ...written(document), code: document.code, versionNumber: (before ?? 0) + 1, editedBy: actor.id });
      const stored = await refuseDuplicates(() => tx.em.save(row), { pointer: '/document/code', detail: 'Mã phiếu này vừa có phiên bản mới. Hãy tải lại trang.' });
      return this.told(tx, stored, 'questionnaire.written');
    });
  }

  edit(actor: Actor, id: string, version: number, { document }: WriteQuestionnaireRequest): Promise<QuestionnaireView> {
    assertNamed(document);
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await this.lockDraft(tx, id, version);
      if (row.code !== document.code) {
        throw new DomainError('request.invalid', {}, [{ pointer: '/document/code', code: 'code', detail: 'Mã của một phiếu không đổi được. Hãy tạo phiếu mới.' }]);
      }
      return this.told(tx, await tx.em.save(Object.assign(row, written(document), { editedBy: actor.id })), 'questionnaire.written');
    });
  }

  /** For good. Refuses one that is not sound, with every place. */
  issue(actor: Actor, id: string, version: number): Promise<QuestionnaireView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await this.lockDraft(tx, id, version);
      const findings = checkQuestionnaire(row.document);
      if (findings.length > 0) {
        throw new DomainError('survey.questionnaire-invalid', {}, findings.map(({ pointer, ...finding }): FieldError => ({ pointer: `/document${pointer}`, ...finding })));
      }
      return this.told(tx, await tx.em.save(Object.assign(row, { state: 'issued' as const })), 'questionnaire.issued');
    });
  }

  private async lockDraft({ em }: Transaction, id: string, version: number): Promise<SurveyQuestionnaire> {
    const row = await lockVersion(em, SurveyQuestionnaire, { id }, version);
    if (row.state !== 'draft') {
      throw new DomainError('survey.questionnaire-issued');
    }
    return row;
  }

  private async told(tx: Transaction, { id, code, versionNumber, digest }: SurveyQuestionnaire, event: 'questionnaire.written' | 'questionnaire.issued'): Promise<QuestionnaireView> {
    await tx.audit(event, { id }, { code, versionNumber, digest });
    return this.get(id, tx.em);
  }
}

/** The least that a draft needs to be found again. */
function assertNamed(document: Questionnaire): void {
  const errors: FieldError[] = [];
  const named: Partial<Questionnaire> = document;
  if (typeof named.code !== 'string' || named.code.length > 60 || !CODE.test(named.code)) {
    errors.push({ pointer: '/document/code', code: 'code', detail: 'Mã phiếu cần có: chữ thường không dấu và số, nối bằng dấu gạch.' });
  }
  if (typeof named.title?.vi !== 'string' || named.title.vi.trim() === '') {
    errors.push({ pointer: '/document/title/vi', code: 'text', detail: 'Tên phiếu cần được nhập.' });
  }
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}

function written(document: Questionnaire): Pick<SurveyQuestionnaire, 'document' | 'digest' | 'title' | 'questions'> {
  const sections: readonly unknown[] = Array.isArray(document.sections) ? document.sections : [];
  const questions = sections.reduce<number>((sum, section) => sum + countOf(section), 0);
  return { document, digest: digestOf(document), title: document.title.vi.trim().slice(0, 300), questions };
}

function countOf(section: unknown): number {
  const questions: unknown = Object(section)['questions'];
  return Array.isArray(questions) ? questions.length : 0;
}

const toSummary = ({ id, code, title, versionNumber, state, questions, editedAt, version }: SurveyQuestionnaire): QuestionnaireSummary => ({
  ...{ id, code, title, versionNumber, state, questions, version },
  editedAt: editedAt.toISOString(),
});
