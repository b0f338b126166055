import { Module } from '@nestjs/common';
import { AttachmentController } from './attachment.controller';
import { AttachmentService } from './attachment.service';
import { DocumentController } from './document.controller';
import { DocumentDetailService } from './document-detail.service';
import { DocumentService } from './document.service';
import { EvidenceContentService } from './evidence-content.service';
import { EvidenceIntake } from './evidence-intake.service';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceService } from './evidence.service';
import { UploadController } from './upload.controller';
import { UploadFinishing } from './upload-finishing.service';
import { UploadSweep } from './upload-sweep.service';
import { UploadFiles } from './upload-files';
import { UploadService } from './upload.service';

/** Documents that support answers. Needs an `EvidenceGate`, which the assessment module gives to all. */
@Module({
  controllers: [AttachmentController, DocumentController, UploadController],
  providers: [
    ...[EvidenceService, AttachmentService, DocumentService, DocumentDetailService, EvidenceContentService],
    ...[EvidenceIntake, EvidenceRepository, UploadFiles, UploadService, UploadFinishing, UploadSweep],
  ],
  exports: [EvidenceService, AttachmentService, DocumentService],
})
export class EvidenceModule {}
