import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor, AgencyLineageView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { DescendDto, EditLineageDto, RemoveLineageDto } from './lineage.dto';
import { LineageService } from './lineage.service';

/** What agencies came from. `If-Match` is the version of one line. */
@Controller()
export class LineageController {
  constructor(private readonly lineages: LineageService) {}

  @Get('agencies/:id/lineage')
  @Allow('agency.read')
  get(@Param('id', RecordId) id: string): Promise<AgencyLineageView> {
    return this.lineages.get(id);
  }

  @Post('agencies/:id/lineage')
  @Allow('agency.edit')
  descend(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: DescendDto): Promise<AgencyLineageView> {
    return this.lineages.descend(actor, id, body);
  }

  @Put('agency-lineage/:id')
  @Allow('agency.edit')
  edit(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() body: EditLineageDto): Promise<AgencyLineageView> {
    return this.lineages.edit(actor, id, version, body);
  }

  @Post('agency-lineage/:id/removal')
  @HttpCode(200)
  @Allow('agency.edit')
  remove(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() body: RemoveLineageDto): Promise<AgencyLineageView> {
    return this.lineages.remove(actor, id, version, body);
  }
}
