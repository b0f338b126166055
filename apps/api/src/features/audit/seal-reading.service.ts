import { Injectable } from '@nestjs/common';
import { type AuditSealView, type Page, type PageQuery, sealCheckUrl, type SealCheck } from '@par-index/contract';
import { toString } from 'qrcode';
import { AuditSeals } from '../../platform/audit/audit-seals.service';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';

const ROOT = /^[0-9a-f]{64}$/;

/** Seals as everybody reads them. */
@Injectable()
export class SealReading {
  constructor(private readonly seals: AuditSeals) {}

  /** Newest first. */
  async list(query: PageQuery): Promise<Page<AuditSealView>> {
    const slice = sliceOf(query);
    const { items, total } = await this.seals.list(slice);
    return pageOf(items, total, slice);
  }

  /** Refuses a root that no seal has with `audit.seal-unknown`. */
  async get(typed: string): Promise<AuditSealView> {
    const root = typed.trim().toLowerCase();
    const seal = ROOT.test(root) ? await this.seals.findByRoot(root) : null;
    if (!seal) {
      throw new DomainError('audit.seal-unknown');
    }
    return seal;
  }

  /** An SVG picture. */
  async getCode(typed: string, origin: string): Promise<string> {
    const { root } = await this.get(typed);
    return toString(sealCheckUrl(origin, root), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  }

  check(shown: unknown): Promise<SealCheck> {
    return this.seals.check(shown);
  }
}
