import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, CredentialLinkView, Page, UserView, UserWithLink } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { Origin } from '../../platform/http/origin';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { CreateUserDto, EditUserDto, UserQueryDto } from './user.dto';
import { UserService } from './user.service';

@Controller('users')
export class UserController {
  constructor(private readonly users: UserService) {}

  @Get()
  @Allow('user.read')
  list(@Query() query: UserQueryDto): Promise<Page<UserView>> {
    return this.users.list(query);
  }

  @Get(':id')
  @Allow('user.read')
  @Versioned()
  get(@Param('id', RecordId) id: string): Promise<UserView> {
    return this.users.get(id);
  }

  @Post()
  @Allow('user.edit')
  create(@CurrentActor() actor: Actor, @Origin() origin: string, @Body() body: CreateUserDto): Promise<UserWithLink> {
    return this.users.create(actor, body, origin);
  }

  @Put(':id')
  @Allow('user.edit')
  @Versioned()
  edit(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() body: EditUserDto): Promise<UserView> {
    return this.users.edit(actor, id, { ...body, version });
  }

  @Post(':id/credential-link')
  @Allow('user.edit')
  issueLink(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Origin() origin: string): Promise<CredentialLinkView> {
    return this.users.issueLink(actor, id, origin);
  }
}
