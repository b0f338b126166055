import { Injectable } from '@nestjs/common';
import { type Ballot, type BallotForm, type BallotKey, formRefusalOf, isGenuineBallot } from '@par-index/contract';
import type { KeyObject } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { isSignable, privateKeyOf, signBlinded } from './ballot-keys';
import { CampaignForms } from './campaign-form.service';
import { FormIntake } from './form-intake.service';
import { plainCode, secretHash } from './survey-code';
import { SurveyKey } from './survey-key';

export interface InvitationRow {
  readonly id: string;
  readonly campaignId: string;
  readonly groupCode: string;
  readonly officeId: string | null;
  readonly state: 'waiting' | 'spent' | 'withdrawn';
  readonly blindedDigest: string | null;
}

interface GroupKey {
  readonly ballotKey: BallotKey;
  readonly sealedKey: Buffer;
  readonly state: 'draft' | 'open' | 'closed';
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly graceHours: number;
}

/**
 * Invitations become ballots, and ballots become forms. The two steps share no transaction, no key and no line of any log: the ballot was
 * signed without being seen (`ballot.ts` of the contract).
 */
@Injectable()
export class Ballots {
  private readonly keys = new Map<string, KeyObject>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: CampaignForms,
    private readonly intake: FormIntake,
    private readonly key: SurveyKey,
  ) {}

  /** Refuses a code that there is not, one that was taken back, and those of another campaign. */
  async findInvitation(code: string, lock: '' | 'for update' = '', em: EntityManager = this.dataSource.manager): Promise<InvitationRow> {
    const [row]: readonly InvitationRow[] = await em.query(`${INVITATION} ${lock}`, [secretHash(plainCode(code))]);
    if (!row || row.state === 'withdrawn') {
      throw new DomainError('survey.invitation-unknown');
    }
    return row;
  }

  /** Spends the invitation. The same hidden token is signed as often as it is asked for; another one is refused once one was signed. */
  spend(code: string, blinded: string): Promise<string> {
    return this.unitOfWork.runAsSystem(async ({ em, now }) => {
      const invitation = await this.findInvitation(code, 'for update', em);
      const group = await this.keyOf(em, invitation);
      const refusal = formRefusalOf({ ...group, opensAt: group.opensAt.toISOString(), closesAt: group.closesAt.toISOString(), now: now.toISOString() }, now.toISOString());
      if (refusal) {
        throw new DomainError(refusal);
      }
      const digest = secretHash(`blinded:${blinded}`);
      if (!isSignable(group.ballotKey, blinded)) {
        throw new DomainError('survey.ballot-false');
      }
      if (invitation.state === 'spent' && invitation.blindedDigest !== digest) {
        throw new DomainError('survey.invitation-spent');
      }
      if (invitation.state === 'waiting') {
        await em.query(`update survey_invitation set state = 'spent', blinded_digest = $2 where id = $1`, [invitation.id, digest]);
      }
      return signBlinded(this.privateKey(invitation, group), blinded);
    });
  }

  /** Stores a form for a ballot that is genuine, once. */
  async answer({ campaignId, groupCode, ballot, answers }: BallotForm): Promise<void> {
    const form = await this.forms.load(this.dataSource.manager, campaignId);
    const group = form.groups.find(({ code }) => code === groupCode);
    if (!group?.ballotKey || !isGenuine(group.ballotKey, ballot)) {
      throw new DomainError('survey.ballot-false');
    }
    await this.intake.storeBallot({ campaignId, channel: 'invitation', groupCode, officeId: null, deviceId: null }, ballot.token, answers);
  }

  private async keyOf(em: EntityManager, { campaignId, groupCode }: InvitationRow): Promise<GroupKey> {
    const [row]: readonly GroupKey[] = await em.query(GROUP_KEY, [campaignId, groupCode]);
    if (!row) {
      throw new DomainError('survey.not-open');
    }
    return row;
  }

  private privateKey({ campaignId, groupCode }: InvitationRow, { sealedKey }: GroupKey): KeyObject {
    const name = ballotKeyName(campaignId, groupCode);
    const key = this.keys.get(name) ?? privateKeyOf(this.key.unseal(sealedKey, name));
    this.keys.set(name, key);
    return key;
  }
}

/** What a sealed private key is bound to. */
export const ballotKeyName = (campaignId: string, groupCode: string): string => `ballot:${campaignId}:${groupCode}`;

const isGenuine = (key: BallotKey, ballot: Ballot): boolean => isGenuineBallot(key, ballot);

const INVITATION = `
  select id, campaign_id as "campaignId", group_code as "groupCode", office_id as "officeId", state, blinded_digest as "blindedDigest"
  from survey_invitation where code_hash = $1`;

const GROUP_KEY = `
  select g.ballot_key as "ballotKey", g.sealed_key as "sealedKey", c.state, c.opens_at as "opensAt", c.closes_at as "closesAt", c.grace_hours as "graceHours"
  from survey_group g join survey_campaign c on c.id = g.campaign_id where g.campaign_id = $1 and g.group_code = $2 and g.ballot_key is not null`;
