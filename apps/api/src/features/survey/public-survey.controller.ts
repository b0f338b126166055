import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { FormStored, InvitedForm, KioskFormsStored, PublicForm, SignedBallot } from '@par-index/contract';
import { Public } from '../../platform/access/allow';
import { BallotFormDto, BallotRequestDto, DeviceTokenDto, FilledFormDto, InvitationCodeDto, KioskFormsDto } from './public-survey.dto';
import { PublicSurveys } from './public-survey.service';

/** Forms for everybody. Secrets travel in bodies, never in addresses: no log has them. No limit by network address: thirty kiosks share one. */
@Controller('public')
export class PublicSurveyController {
  constructor(private readonly surveys: PublicSurveys) {}

  @Get('surveys/:linkCode')
  @Public()
  get(@Param('linkCode') linkCode: string): Promise<PublicForm> {
    return this.surveys.formOfLink(linkCode);
  }

  @Post('surveys/:linkCode/forms')
  @HttpCode(200)
  @Public()
  answer(@Param('linkCode') linkCode: string, @Body() form: FilledFormDto): Promise<FormStored> {
    return this.surveys.answerByLink(linkCode, form);
  }

  @Post('survey-kiosk/form')
  @HttpCode(200)
  @Public()
  getOnDevice(@Body() { token }: DeviceTokenDto): Promise<PublicForm> {
    return this.surveys.formOfDevice(token);
  }

  @Post('survey-kiosk/forms')
  @HttpCode(200)
  @Public()
  answerOnDevice(@Body() forms: KioskFormsDto): Promise<KioskFormsStored> {
    return this.surveys.answerByDevice(forms);
  }

  @Post('survey-invitations/form')
  @HttpCode(200)
  @Public()
  getInvited(@Body() { code }: InvitationCodeDto): Promise<InvitedForm> {
    return this.surveys.formOfInvitation(code);
  }

  @Post('survey-invitations/ballot')
  @HttpCode(200)
  @Public()
  spend(@Body() request: BallotRequestDto): Promise<SignedBallot> {
    return this.surveys.spend(request);
  }

  @Post('survey-ballots')
  @HttpCode(200)
  @Public()
  answerByBallot(@Body() form: BallotFormDto): Promise<FormStored> {
    return this.surveys.answerByBallot(form);
  }
}
