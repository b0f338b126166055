import { Injectable } from '@nestjs/common';
import type { OpenDataEdition, OpenDataFile, OpenDataIndex, OpenDataManifest } from '@par-index/contract';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { API_PREFIX } from '../../platform/http/api-prefix';
import { DomainError } from '../../platform/problem/domain-error';
import { type EditionRecord, EditionRepository } from './edition.repository';
import { type OpenFile, openFilesOf } from './open-files';

/** An edition's file with its bytes. */
export interface OpenFileBytes {
  readonly file: OpenDataFile;
  readonly bytes: Buffer;
}

/** Editions whose files are kept in memory: those of the last years are what is asked for. */
const KEPT = 4;
const ROOT = `${API_PREFIX}/public/open-data`;

/** Published results as files for programs, made from snapshots: nothing that is asked for by an address ever changes. */
@Injectable()
export class OpenData {
  private readonly kept = new Map<string, Promise<readonly OpenFileBytes[]>>();

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly editions: EditionRepository,
  ) {}

  async list(): Promise<OpenDataIndex> {
    const found = await this.editions.list(this.dataSource.manager);
    return { format: 'par-open-data/1', editions: found.map(editionOf) };
  }

  /** Refuses an edition that is not there with `result.none`. */
  async manifest(year: number, edition: number): Promise<OpenDataManifest> {
    const found = await this.get(year, edition);
    const files = await this.files(found);
    return { format: 'par-open-data/1', ...editionOf(found), files: files.map(({ file }) => file) };
  }

  /** Refuses a file that is not there with `record.not-found`. */
  async file(year: number, edition: number, name: string): Promise<OpenFileBytes> {
    const files = await this.files(await this.get(year, edition));
    const found = files.find(({ file }) => file.name === name);
    if (!found) {
      throw new DomainError('record.not-found');
    }
    return found;
  }

  private async get(year: number, edition: number): Promise<EditionRecord> {
    const found = await this.editions.find(this.dataSource.manager, { year, edition });
    if (!found) {
      throw new DomainError('result.none');
    }
    return found;
  }

  private files(edition: EditionRecord): Promise<readonly OpenFileBytes[]> {
    const known = this.kept.get(edition.snapshotId);
    if (known) {
      return known;
    }
    const made = this.make(edition);
    this.kept.set(edition.snapshotId, made);
    made.catch(() => this.kept.delete(edition.snapshotId));
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > KEPT && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return made;
  }

  private async make({ snapshotId, year, edition }: EditionRecord): Promise<readonly OpenFileBytes[]> {
    const document = await this.editions.getDocument(this.dataSource.manager, snapshotId);
    const files = openFilesOf({ ...document, edition }, (field) => this.config.publicFields.has(field));
    return files.map((file) => bytesOf(file, `${ROOT}/${year}/${edition}`));
  }
}

function editionOf({ year, edition, title, publishedAt, reason, digest, inForce }: EditionRecord): OpenDataEdition {
  return { year, edition, title, publishedAt: publishedAt.toISOString(), reason, digest, inForce, address: `${ROOT}/${year}/${edition}` };
}

function bytesOf({ name, mediaType, title, schema, content }: OpenFile, folder: string): OpenFileBytes {
  const bytes = Buffer.from(content, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const address = `${folder}/${name}`;
  return { bytes, file: { name, mediaType, bytes: bytes.length, sha256, title, address, schema: schema && `${API_PREFIX}/public/open-data-schemas/${schema}.json` } };
}
