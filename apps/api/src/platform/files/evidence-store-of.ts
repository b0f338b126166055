import type { Config } from '../config/config';
import { DiskEvidenceStore } from './disk-evidence-store';
import type { EvidenceStore } from './evidence-store';
import { S3EvidenceStore } from './s3-evidence-store';

/** The bucket where one is set, else the folder. */
export function evidenceStoreOf(config: Config): Promise<EvidenceStore> {
  const { S3_BUCKET } = config;
  return S3_BUCKET ? S3EvidenceStore.open({ ...config, S3_BUCKET }) : DiskEvidenceStore.in(config.PAR_DATA_DIR);
}
