import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import type { OwnSessionView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentSession } from '../../platform/access/current-actor';
import type { LiveSession, SignedInRequest } from '../../platform/access/live-session';
import { RecordId } from '../../platform/http/record-id';
import { AccountService } from './account.service';
import { ChangePasswordDto } from './session.dto';

@Controller('account')
@Allow('account.own')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get('sessions')
  listSessions(@CurrentSession() session: LiveSession): Promise<readonly OwnSessionView[]> {
    return this.account.listSessions(session);
  }

  /** Signs out everywhere else. */
  @Delete('sessions')
  @HttpCode(204)
  endOtherSessions(@CurrentSession() session: LiveSession): Promise<void> {
    return this.account.endOtherSessions(session);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  endSession(@CurrentSession() session: LiveSession, @Param('id', RecordId) id: string): Promise<void> {
    return this.account.endSession(session, id);
  }

  @Put('password')
  @HttpCode(204)
  changePassword(@CurrentSession() session: LiveSession, @Req() request: SignedInRequest, @Body() body: ChangePasswordDto): Promise<void> {
    return this.account.changePassword(session, body, request.ip ?? '');
  }
}
