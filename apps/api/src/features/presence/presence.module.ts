import { Module } from '@nestjs/common';
import { PresenceController } from './presence.controller';
import { PresenceRepository } from './presence.repository';
import { PresenceService } from './presence.service';
import { SetPresenceController } from './set-presence.controller';
import { SetPresenceRepository } from './set-presence.repository';
import { SetPresenceService } from './set-presence.service';

@Module({
  controllers: [PresenceController, SetPresenceController],
  providers: [PresenceService, PresenceRepository, SetPresenceService, SetPresenceRepository],
})
export class PresenceModule {}
