import { Module } from '@nestjs/common';
import { EditionRepository } from './edition.repository';
import { OpenDataController } from './open-data.controller';
import { OpenData } from './open-data.service';

@Module({ controllers: [OpenDataController], providers: [OpenData, EditionRepository] })
export class OpenDataModule {}
