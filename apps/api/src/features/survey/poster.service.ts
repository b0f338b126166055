import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/problem/domain-error';
import { Campaigns } from './campaign.service';
import { formCode, formUrl, posterPdf } from './poster';

/** What is printed for one office. */
@Injectable()
export class Posters {
  constructor(
    private readonly config: Config,
    private readonly campaigns: Campaigns,
  ) {}

  async poster(campaignId: string, officeId: string, origin: string): Promise<{ readonly bytes: Buffer; readonly linkCode: string }> {
    const { title, agencyName, name, linkCode } = await this.office(campaignId, officeId);
    const officeName = name === '' ? agencyName : `${agencyName} – ${name}`;
    return { bytes: await posterPdf({ title, officeName, province: this.config.PAR_PROVINCE_NAME, url: formUrl(origin, linkCode) }), linkCode };
  }

  async code(campaignId: string, officeId: string, origin: string): Promise<Buffer> {
    return Buffer.from(await formCode(formUrl(origin, (await this.office(campaignId, officeId)).linkCode)));
  }

  private async office(campaignId: string, officeId: string): Promise<{ readonly title: string; readonly agencyName: string; readonly name: string; readonly linkCode: string }> {
    const { title, officeList } = await this.campaigns.detail(campaignId);
    const office = officeList.find(({ id }) => id === officeId);
    if (!office) {
      throw new DomainError('record.not-found');
    }
    return { title, agencyName: office.agency.name, name: office.name, linkCode: office.linkCode };
  }
}
