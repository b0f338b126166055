import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '../../platform/access/allow';
import { CredentialLinkService } from './credential-link.service';
import { SpendCredentialLinkDto } from './session.dto';

@Controller('credential-links')
export class CredentialLinkController {
  constructor(private readonly links: CredentialLinkService) {}

  @Post(':token')
  @HttpCode(204)
  @Public()
  spend(@Param('token') token: string, @Body() { newPassword }: SpendCredentialLinkDto): Promise<void> {
    return this.links.spend(token, newPassword);
  }
}
