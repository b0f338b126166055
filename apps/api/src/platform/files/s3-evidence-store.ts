import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Config } from '../config/config';
import { DomainError } from '../problem/domain-error';
import { Arrivals } from './arrivals';
import { type ByteRange, type EvidenceLimits, EvidenceStore, type StoredFile } from './evidence-store';
import type { ReceivedFile } from './incoming-file';
import { storedName } from './stored-name';

export type S3Settings = Pick<Config, 'PAR_DATA_DIR' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'> & { readonly S3_BUCKET: string };

const FOLDER = 'evidence';
/** As stores call what is not there. */
const ABSENT = new Set(['NotFound', 'NoSuchKey']);

const absent = (error: unknown): boolean => ABSENT.has(String(Object(error).name));

/** Evidence in a bucket, `evidence/ab/cd/abcd…`, for several servers at once. Files arrive in `incoming` of the data folder of the server that takes them. */
export class S3EvidenceStore extends EvidenceStore {
  private constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    private readonly arrivals: Arrivals,
  ) {
    super();
  }

  /** Asks nothing of the bucket yet: a store that is away must not keep the server from starting. */
  static async open(settings: S3Settings): Promise<S3EvidenceStore> {
    return new S3EvidenceStore(clientOf(settings), settings.S3_BUCKET, await Arrivals.in(resolve(settings.PAR_DATA_DIR, 'incoming')));
  }

  put(content: Readable, limits: EvidenceLimits): Promise<StoredFile> {
    return this.arrivals.take(content, limits, (path, file) => this.keep(path, file));
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ ...this.at(sha256), ...part }));
      return Body as Readable;
    } catch (error) {
      throw absent(error) ? new DomainError('record.not-found') : error;
    }
  }

  async has(sha256: string): Promise<boolean> {
    return (await this.sizeOf(sha256)) !== null;
  }

  async discard(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(sha256)));
  }

  /** The bucket answers when the object is there as a whole; it compares the digest that we send with what came. */
  private async keep(path: string, { sha256, bytes }: ReceivedFile): Promise<void> {
    if ((await this.sizeOf(sha256)) === bytes) {
      return;
    }
    const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
    await this.client.send(new PutObjectCommand({ ...this.at(sha256), Body: createReadStream(path), ContentLength: bytes, ContentType: 'application/octet-stream', ChecksumSHA256 }));
    if ((await this.sizeOf(sha256)) !== bytes) {
      throw new Error(`The bucket did not keep ${sha256} as it was sent`);
    }
  }

  private async sizeOf(sha256: string): Promise<number | null> {
    try {
      return (await this.client.send(new HeadObjectCommand(this.at(sha256)))).ContentLength ?? null;
    } catch (error) {
      if (absent(error)) {
        return null;
      }
      throw error;
    }
  }

  private at(sha256: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: `${FOLDER}/${storedName(sha256)}` };
  }
}

/** Without keys those of the machine are used, as the library finds them. Checksums beyond ours are what not every store knows. */
function clientOf({ S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: S3Settings): S3Client {
  const keys = S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } } : {};
  const place = S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {};
  return new S3Client({ region: S3_REGION, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED', ...place, ...keys });
}
