import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { SessionView } from '@par-index/contract';
import type { Response } from 'express';
import { Allow, Public } from '../../platform/access/allow';
import { CsrfProtection } from '../../platform/access/csrf';
import { CurrentSession } from '../../platform/access/current-actor';
import { type LiveSession, SessionReader, type SignedInRequest } from '../../platform/access/live-session';
import { giveSessionCookie, takeSessionCookie } from '../../platform/access/session-cookie';
import { DomainError } from '../../platform/problem/domain-error';
import { AccountService } from './account.service';
import { deviceOf } from './device';
import { DemoSignInDto, SignInDto } from './session.dto';
import { type Browser, SignInService } from './sign-in.service';

const browserOf = (request: SignedInRequest): Browser => ({
  address: request.ip ?? '',
  device: deviceOf(request.get('user-agent')),
  formerSessionId: request.session?.id ?? null,
});

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly account: AccountService,
    private readonly sessions: SessionReader,
    private readonly csrf: CsrfProtection,
  ) {}

  @Get()
  @Allow('account.own')
  read(@CurrentSession() session: LiveSession): SessionView {
    return this.view(session);
  }

  @Post()
  @Public()
  async open(@Req() request: SignedInRequest, @Res({ passthrough: true }) response: Response, @Body() body: SignInDto): Promise<SessionView> {
    return this.opened(request, response, await this.signIn.signIn(body, browserOf(request)));
  }

  @Post('demo')
  @Public()
  async openDemo(@Req() request: SignedInRequest, @Res({ passthrough: true }) response: Response, @Body() body: DemoSignInDto): Promise<SessionView> {
    return this.opened(request, response, await this.signIn.signInAsDemoPerson(body.userName, browserOf(request)));
  }

  @Delete()
  @HttpCode(204)
  @Allow('account.own')
  async end(@Req() request: SignedInRequest, @Res({ passthrough: true }) response: Response, @CurrentSession() session: LiveSession): Promise<void> {
    await this.account.endSession(session, session.id);
    takeSessionCookie(request, response);
  }

  private async opened(request: SignedInRequest, response: Response, token: string): Promise<SessionView> {
    const session = await this.sessions.findLive(token);
    if (!session) {
      throw new DomainError('access.unauthenticated');
    }
    giveSessionCookie(request, response, token);
    return this.view(session);
  }

  private view({ id, actor, userName, fullName, grants, demo }: LiveSession): SessionView {
    const permissions = [...actor.permissions];
    return { userId: actor.id, userName, fullName, grants, permissions, csrfToken: this.csrf.tokenOf(id), demo };
  }
}
