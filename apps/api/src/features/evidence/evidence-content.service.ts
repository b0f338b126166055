import { Injectable } from '@nestjs/common';
import { type Actor, type EvidenceMediaType, INLINE_TYPES } from '@par-index/contract';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { type ByteRange, EvidenceStore } from '../../platform/files/evidence-store';
import { DomainError } from '../../platform/problem/domain-error';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceGate } from './evidence-gate.service';

/** A file that the actor may read. */
export interface ReadableFile {
  readonly name: string;
  readonly mediaType: EvidenceMediaType;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether a browser may show it in its page. */
  readonly shown: boolean;
}

@Injectable()
export class EvidenceContentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: EvidenceRepository,
    private readonly gate: EvidenceGate,
    private readonly store: EvidenceStore,
  ) {}

  /** The named version of a document's file, or the newest that the actor may read. Everything else is not there. */
  async get(actor: Actor, id: string, fileVersion?: number): Promise<ReadableFile> {
    const em = this.dataSource.manager;
    const document = await this.evidence.getDocument(em, id);
    const readable = await this.gate.readableVersions(em, actor, document);
    const { fileName, mediaType, bytes, sha256 } = await this.evidence.getFile(em, id, versionsOf(readable, fileVersion));
    if (fileName === null || mediaType === null || sha256 === null) {
      throw new DomainError('record.not-found');
    }
    return { name: fileName, mediaType, bytes: Number(bytes), sha256, shown: INLINE_TYPES.includes(mediaType) };
  }

  open({ sha256 }: ReadableFile, range: ByteRange | null): Promise<Readable> {
    return range ? this.store.open(sha256, range) : this.store.open(sha256);
  }
}

/** Null for all of them. */
function versionsOf(readable: ReadonlySet<number> | null, asked: number | undefined): readonly number[] | null {
  if (asked === undefined) {
    return readable && [...readable];
  }
  return readable === null || readable.has(asked) ? [asked] : [];
}
