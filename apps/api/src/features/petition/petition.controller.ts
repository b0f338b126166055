import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { Actor, Page, PetitionRevisionView, PetitionsView, PetitionView } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { PageQueryDto, sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { AnswerPetitionDto, WritePetitionDto } from './petition.dto';
import { PetitionReading } from './petition-reading.service';
import { PetitionService } from './petition.service';

@Controller()
export class PetitionController {
  constructor(
    private readonly reading: PetitionReading,
    private readonly petitions: PetitionService,
  ) {}

  @Get('assessments/:id/petitions')
  @Allow('assessment.read')
  list(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<PetitionsView> {
    return this.reading.list(actor, id);
  }

  @Get('cycles/:cycleId/petitions')
  @Allow('council.read')
  listOfCycle(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() query: PageQueryDto): Promise<Page<PetitionView>> {
    return this.reading.listOfCycle(actor, cycleId, sliceOf(query));
  }

  @Get('petitions/:id/history')
  @Allow('assessment.read')
  history(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly PetitionRevisionView[]> {
    return this.reading.history(actor, id);
  }

  @Put('assessments/:id/petitions/:code')
  @Allow('petition.write')
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) assessmentId: string,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: WritePetitionDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PetitionView> {
    return tagged(response, await this.petitions.write(actor, { assessmentId, code, version }, body));
  }

  @Post('petitions/:id/filing')
  @HttpCode(200)
  @Allow('assessment.sign-off')
  async file(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Res({ passthrough: true }) response: Response): Promise<PetitionView> {
    return tagged(response, await this.petitions.file(actor, id, version));
  }

  @Post('petitions/:id/answer')
  @HttpCode(200)
  @Allow('petition.answer')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Body() body: AnswerPetitionDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PetitionView> {
    return tagged(response, await this.petitions.answer(actor, id, version, body));
  }
}

function tagged(response: Response, view: PetitionView): PetitionView {
  setEtag(response, view.version);
  return view;
}
