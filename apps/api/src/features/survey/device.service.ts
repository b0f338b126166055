import { Injectable } from '@nestjs/common';
import type { Actor, CreateDeviceRequest, CreatedDevice, DeviceView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Campaigns } from './campaign.service';
import { newDeviceToken, secretHash } from './survey-code';
import { SurveyDevice } from './survey-device.entity';
import { SurveyOffice } from './survey-office.entity';

/** Kiosks, each with a token of its own that is shown once. */
@Injectable()
export class Devices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
  ) {}

  async list(campaignId: string): Promise<readonly DeviceView[]> {
    await this.campaigns.detail(campaignId);
    return (await this.dataSource.manager.find(SurveyDevice, { where: { campaignId }, order: { name: 'ASC', id: 'ASC' } })).map(toView);
  }

  register(actor: Actor, campaignId: string, { name, officeId }: CreateDeviceRequest): Promise<CreatedDevice> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { cycleId } = await this.campaigns.lock(tx, actor, { id: campaignId, version: null, action: 'collect' });
      if (!(await tx.em.existsBy(SurveyOffice, { id: officeId, campaignId }))) {
        throw new DomainError('request.invalid', {}, [{ pointer: '/officeId', code: 'office', detail: 'Đợt khảo sát không có cơ quan này. Hãy chọn trong danh sách.' }]);
      }
      const token = newDeviceToken();
      const device = await tx.em.save(tx.em.create(SurveyDevice, { campaignId, officeId, name: name.trim(), tokenHash: secretHash(token), createdBy: actor.id }));
      await tx.audit('survey.device-registered', { id: campaignId, cycleId }, { deviceId: device.id, name: device.name });
      return { ...toView(device), token };
    });
  }

  /** From now on it sends nothing; what it sent stays. */
  revoke(actor: Actor, campaignId: string, deviceId: string): Promise<DeviceView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { cycleId } = await this.campaigns.lock(tx, actor, { id: campaignId, version: null, action: 'collect' });
      const device = await tx.em.findOneBy(SurveyDevice, { id: deviceId, campaignId });
      if (!device) {
        throw new DomainError('record.not-found');
      }
      await tx.em.save(Object.assign(device, { revoked: true }));
      await tx.audit('survey.device-revoked', { id: campaignId, cycleId }, { deviceId, name: device.name });
      return toView(device);
    });
  }
}

const toView = ({ id, name, officeId, revoked }: SurveyDevice): DeviceView => ({ id, name, officeId, revoked });
