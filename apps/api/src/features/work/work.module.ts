import { Module } from '@nestjs/common';
import { CriteriaModule } from '../criteria/criteria.module';
import { WorkController } from './work.controller';
import { WorkFigures } from './work-figures';
import { WorkRepository } from './work.repository';
import { WorkService } from './work.service';

@Module({ imports: [CriteriaModule], controllers: [WorkController], providers: [WorkService, WorkRepository, WorkFigures] })
export class WorkModule {}
