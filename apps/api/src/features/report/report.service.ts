import { Injectable } from '@nestjs/common';
import { type Actor, type AssessmentView, belongsTo, type GroupResultView, holds } from '@par-index/contract';
import { compileCriteriaSet } from '@par-index/scoring';
import type { Workbook } from 'exceljs';
import { Config } from '../../platform/config/config';
import { AssessmentReading } from '../assessment/assessment-reading.service';
import { ResultService } from '../result/result.service';
import { fileNameOf } from './file-name';
import { rankingWorkbook } from './ranking-workbook';
import { type Extent, sheetReportOf } from './sheet-report';
import { sheetWorkbook } from './sheet-workbook';
import { inVietnamTime } from '../../platform/time/vietnam-time';

/** A workbook to be sent under a name. */
export interface Report {
  readonly fileName: string;
  readonly workbook: Workbook;
}

/** Reports as workbooks: what the reader may see on the screen, laid out for paper. */
@Injectable()
export class ReportService {
  constructor(
    private readonly config: Config,
    private readonly results: ResultService,
    private readonly assessments: AssessmentReading,
  ) {}

  /** A group's ranking with a column for each field. Refuses whoever may not read the result. */
  async ranking(actor: Actor, cycleId: string, groupCode?: string): Promise<Report> {
    const result = await this.results.getGroup(actor, cycleId, groupCode);
    const title = `Kết quả xác định chỉ số cải cách hành chính của ${result.groupName} năm ${result.year}`;
    const letterhead = { parent: this.parent, issuer: 'Sở Nội vụ', province: this.config.PAR_PROVINCE_NAME, title, subtitles: [standing(result)] };
    const workbook = rankingWorkbook({ result, letterhead, signers: ['Người lập biểu', 'Thủ trưởng cơ quan'] });
    return { fileName: fileNameOf('Xếp hạng', result.groupName, result.year), workbook };
  }

  /** One agency's full sheet with all layers that the reader may see: the report of self-assessment to be signed. */
  async sheet(actor: Actor, assessmentId: string): Promise<Report> {
    const view = await this.assessments.get(actor, assessmentId);
    const report = sheetReportOf(compileCriteriaSet(view.criteriaSet), view, extentOf(actor, view));
    const title = `Báo cáo kết quả tự đánh giá, chấm điểm chỉ số cải cách hành chính năm ${view.year}`;
    const letterhead = {
      parent: this.parent,
      issuer: view.agency.name,
      province: this.config.PAR_PROVINCE_NAME,
      title,
      subtitles: [view.criteriaSet.title, handedIn(view)],
    };
    const workbook = sheetWorkbook({ ...report, letterhead, signers: ['Người lập biểu', 'Thủ trưởng cơ quan'] });
    return { fileName: fileNameOf('Phiếu chấm điểm', view.agency.shortName, view.year), workbook };
  }

  private get parent(): string {
    return `UBND tỉnh ${this.config.PAR_PROVINCE_NAME}`;
  }
}

/** An appraiser sees the criteria assigned to the own agency; everybody else who sees an assessment sees all of it. */
function extentOf(actor: Actor, { agency }: AssessmentView): Extent {
  return belongsTo(actor, agency.id) || holds(actor, ['home-affairs', 'council-member', 'council-chair']) ? 'whole' : 'part';
}

function standing({ edition, computedAt }: GroupResultView): string {
  return edition
    ? `(Công bố lần ${edition.edition}, ${inVietnamTime(edition.publishedAt)}; mã băm ${edition.digest})`
    : `(Kết quả tạm tính lúc ${inVietnamTime(computedAt)}, chưa công bố)`;
}

function handedIn({ submittedAt, notSubmitted, late, now }: AssessmentView): string {
  if (submittedAt) {
    return `(Nộp lúc ${inVietnamTime(submittedAt)}${late ? ', sau thời hạn' : ''})`;
  }
  return notSubmitted ? '(Không nộp, lấy theo hiện trạng)' : `(Bản nháp lúc ${inVietnamTime(now)}, chưa nộp)`;
}
