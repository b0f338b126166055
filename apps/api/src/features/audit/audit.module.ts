import { Module } from '@nestjs/common';
import { AuditChainController } from './audit-chain.controller';
import { AuditCheckRepository } from './audit-check.repository';
import { AuditChecks } from './audit-check.service';
import { PublicSealController } from './public-seal.controller';
import { SealReading } from './seal-reading.service';

/** Whether the log is whole, and its seals. Its lines are read in `identity`, which knows the people. */
@Module({
  controllers: [AuditChainController, PublicSealController],
  providers: [AuditChecks, AuditCheckRepository, SealReading],
})
export class AuditModule {}
