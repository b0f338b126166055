import { Injectable } from '@nestjs/common';
import { UPLOAD_DAYS } from '@par-index/contract';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { ResumableUploads } from '../../platform/files/resumable-uploads';
import { API_PREFIX } from '../../platform/http/api-prefix';
import { EvidenceUpload } from './evidence-upload.entity';

const DAY = 24 * 60 * 60 * 1000;

/** The bytes of interrupted uploads, in the data folder; what they are stands in the database. */
@Injectable()
export class UploadFiles {
  readonly store: ResumableUploads;

  constructor(dataSource: DataSource, { PAR_DATA_DIR, maxEvidenceBytes }: Config) {
    const find = async (id: string) => {
      const upload = await dataSource.manager.findOneBy(EvidenceUpload, { id });
      return upload && { ...upload, bytes: Number(upload.bytes) };
    };
    this.store = new ResumableUploads(join(PAR_DATA_DIR, 'uploads'), { find }, { path: `${API_PREFIX}/uploads`, maxBytes: maxEvidenceBytes, kept: UPLOAD_DAYS * DAY });
  }
}
