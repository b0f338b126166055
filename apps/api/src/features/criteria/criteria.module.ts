import { Module } from '@nestjs/common';
import { CompiledSets } from './compiled-sets.service';
import { CriteriaController } from './criteria.controller';
import { CriteriaService } from './criteria.service';
import { CriteriaSetRepository } from './criteria-set.repository';

@Module({
  controllers: [CriteriaController],
  providers: [CriteriaService, CriteriaSetRepository, CompiledSets],
  exports: [CriteriaService, CompiledSets],
})
export class CriteriaModule {}
