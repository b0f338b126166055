import { Module } from '@nestjs/common';
import { OrganisationModule } from '../../organisation/organisation.module';
import { CriteriaModule } from '../criteria.module';
import { ExchangeController } from './exchange.controller';
import { ExchangeService } from './exchange.service';

@Module({
  imports: [CriteriaModule, OrganisationModule],
  controllers: [ExchangeController],
  providers: [ExchangeService],
})
export class ExchangeModule {}
