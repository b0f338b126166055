import { Injectable } from '@nestjs/common';
import { type Actor, type PublicReceipt, readReceiptNumber, type Receipt, type ReceiptCheck, receiptFileRefusalOf, type ReceiptKeyView, type ReceiptView, type SealedLineView, type SubmittedContent } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { AuditSeals, type SealedLine } from '../../platform/audit/audit-seals.service';
import { DomainError } from '../../platform/problem/domain-error';
import { Signatures } from '../../platform/signature/signatures';
import { AssessmentReading } from '../assessment/assessment-reading.service';
import { isObject, receiptFindings, type ReceiptKeys } from './receipt-check';
import { differencesFrom } from './receipt-difference';
import { receiptPdf } from './receipt-pdf';
import { RECEIPT_ALGORITHM } from './receipt-seal';
import { toPublicReceipt, toReceiptView } from './receipt.mapper';
import { type ReceiptHead, ReceiptRepository } from './receipt.repository';
import { Config } from '../../platform/config/config';

/** Receipts for reading: to whoever sees the assessment, file and content to the agency alone, and to anybody who holds the number whether it is genuine. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly receipts: ReceiptRepository,
    private readonly reading: AssessmentReading,
    private readonly signatures: Signatures,
    private readonly config: Config,
    private readonly seals: AuditSeals,
  ) {}

  /** Newest first. */
  async listOf(actor: Actor, assessmentId: string): Promise<readonly ReceiptView[]> {
    const em = this.dataSource.manager;
    await this.reading.see(em, actor, assessmentId);
    return (await this.receipts.listHeads(em, assessmentId)).map((head) => toReceiptView(actor, head));
  }

  async get(actor: Actor, typed: string): Promise<ReceiptView> {
    const head = await this.getHead(typed, 'record.not-found');
    await this.reading.see(this.dataSource.manager, actor, head.assessmentId);
    return toReceiptView(actor, head);
  }

  async getFile(actor: Actor, typed: string): Promise<Receipt> {
    const { number } = await this.getOwn(actor, typed);
    return this.receipts.getDocument(this.dataSource.manager, number);
  }

  async getContent(actor: Actor, typed: string): Promise<SubmittedContent> {
    const { number } = await this.getOwn(actor, typed);
    return this.receipts.getContent(this.dataSource.manager, number);
  }

  /** A page to print and keep; `origin` is where its code leads to. */
  async getPdf(actor: Actor, typed: string, origin: string): Promise<{ readonly number: string; readonly bytes: Buffer }> {
    const receipt = await this.getFile(actor, typed);
    const seal = await this.seals.findSeal(this.dataSource.manager, lineOf(receipt));
    return { number: receipt.number, bytes: await receiptPdf(receipt, { origin, province: this.config.PAR_PROVINCE_NAME, seal }) };
  }

  /** Where it stands in the sealed log. */
  async getSeal(typed: string): Promise<SealedLineView> {
    const line = lineOf(await this.getHead(typed, 'receipt.unknown'));
    return { proof: await this.seals.findProof(this.dataSource.manager, line) };
  }

  async getPublic(typed: string): Promise<PublicReceipt> {
    return this.publicOf(await this.getHead(typed, 'receipt.unknown'));
  }

  async listKeys(): Promise<readonly ReceiptKeyView[]> {
    const keys = await this.signatures.listKeys(this.dataSource.manager);
    return keys.map(({ keyId, publicKey, since }) => ({ keyId, algorithm: RECEIPT_ALGORITHM, publicKey, since: since.toISOString() }));
  }

  /** Whether a receipt that somebody shows is as it was handed out. Where only what is kept can tell the place, it is named from that; what stands there is not told. */
  async check(shown: unknown): Promise<ReceiptCheck> {
    const findings = receiptFindings(shown, await this.keys());
    const number = isObject(shown) && typeof shown['number'] === 'string' ? readReceiptNumber(shown['number']) : null;
    const head = number === null ? null : await this.receipts.findHead(this.dataSource.manager, number);
    const isResealed = head !== null && findings.length > 0 && findings.every(({ pointer }) => pointer.startsWith('/seal/'));
    const places = isResealed ? differencesFrom(await this.receipts.getDocument(this.dataSource.manager, head.number), shown) : [];
    return { genuine: findings.length === 0, findings: places.length > 0 ? places : findings, kept: head && (await this.publicOf(head)) };
  }

  private async publicOf(head: ReceiptHead): Promise<PublicReceipt> {
    const document = await this.receipts.getDocument(this.dataSource.manager, head.number);
    return toPublicReceipt(head, receiptFindings(document, await this.keys()));
  }

  private async keys(): Promise<ReceiptKeys> {
    return new Map((await this.signatures.listKeys(this.dataSource.manager)).map(({ keyId, publicKey }) => [keyId, publicKey]));
  }

  private async getOwn(actor: Actor, typed: string): Promise<ReceiptHead> {
    const head = await this.getHead(typed, 'record.not-found');
    const refusal = receiptFileRefusalOf(actor, { agencyId: head.agency.id });
    if (refusal) {
      throw new DomainError(refusal);
    }
    return head;
  }

  private async getHead(typed: string, absent: 'record.not-found' | 'receipt.unknown'): Promise<ReceiptHead> {
    const number = readReceiptNumber(typed);
    const head = number === null ? null : await this.receipts.findHead(this.dataSource.manager, number);
    if (!head) {
      throw new DomainError(absent);
    }
    return head;
  }
}

/** The line of the log that tells of it. */
const lineOf = ({ assessmentId, number }: Pick<Receipt, 'assessmentId' | 'number'>): SealedLine => ({ subjectId: assessmentId, event: 'receipt.issued', field: 'number', value: number });
