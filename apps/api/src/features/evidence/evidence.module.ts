import { Module } from '@nestjs/common';
import { AttachmentController } from './attachment.controller';
import { AttachmentService } from './attachment.service';
import { DocumentController } from './document.controller';
import { DocumentService } from './document.service';
import { EvidenceContentService } from './evidence-content.service';
import { EvidenceIntake } from './evidence-intake.service';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceService } from './evidence.service';

/** Documents that support answers. Needs an `EvidenceGate`, which the assessment module gives to all. */
@Module({
  controllers: [AttachmentController, DocumentController],
  providers: [EvidenceService, AttachmentService, DocumentService, EvidenceContentService, EvidenceIntake, EvidenceRepository],
  exports: [EvidenceService, AttachmentService, DocumentService],
})
export class EvidenceModule {}
