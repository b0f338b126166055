import { Injectable } from '@nestjs/common';
import { type Actor, type DocumentDetail, holds, problemDetail } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { EvidenceGate, type Standing } from './evidence-gate.service';
import { EvidenceRepository } from './evidence.repository';
import { toDocumentView, toFileVersionView } from './evidence-rows';

/** Who can open it again: a description is what an appraiser reads beside the file. */
const HANDED_IN = 'Tài liệu đang dùng trong hồ sơ đã gửi. Lãnh đạo cơ quan trả lại hồ sơ chưa ký, hoặc Sở Nội vụ mở lại hồ sơ đã nộp, thì sửa được.';

/** All there is to know of a document of one's own agency: its files, where it stands, and what may be changed now. */
@Injectable()
export class DocumentDetailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: EvidenceRepository,
    private readonly gate: EvidenceGate,
  ) {}

  /** Another agency's document is answered like one that is not there. */
  async get(actor: Actor, id: string): Promise<DocumentDetail> {
    const em = this.dataSource.manager;
    const row = await this.evidence.getDocument(em, id);
    if (!holds(actor, ['agency-officer', 'agency-head'], row.agencyId)) {
      throw new DomainError('record.not-found');
    }
    const [uses, versions] = [await this.evidence.listUses(em, id), await this.evidence.listVersions(em, id)];
    const mayEdit = holds(actor, ['agency-officer'], row.agencyId);
    const lockedBecause = async (which: 'all' | 'loose'): Promise<string | null> =>
      mayEdit ? this.refusalIn(em, actor, await this.evidence.listStandings(em, id, which)) : problemDetail('access.denied');
    return {
      ...toDocumentView(row),
      uses,
      versions: versions.map(toFileVersionView),
      describeLockedBecause: await lockedBecause('all'),
      replaceLockedBecause: await lockedBecause('loose'),
    };
  }

  private async refusalIn(em: EntityManager, actor: Actor, standings: readonly Standing[]): Promise<string | null> {
    try {
      await this.gate.assertAllOpen(em, actor, standings);
      return null;
    } catch (error) {
      if (error instanceof DomainError) {
        return error.code === 'assessment.state-illegal' ? HANDED_IN : problemDetail(error.code, error.params);
      }
      throw error;
    }
  }
}
