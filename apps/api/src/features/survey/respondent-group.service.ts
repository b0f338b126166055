import { Injectable } from '@nestjs/common';
import type { Actor, CreateRespondentGroupRequest, EditRespondentGroupRequest, RespondentGroupView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { RespondentGroup } from './respondent-group.entity';

const TAKEN = { pointer: '/name', detail: 'Đã có nhóm mang mã hoặc tên này.' };
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Who can be asked: a list that a province changes. */
@Injectable()
export class RespondentGroups {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list(): Promise<readonly RespondentGroupView[]> {
    return this.dataSource.manager.find(RespondentGroup, { order: { position: 'ASC', code: 'ASC' } });
  }

  create(actor: Actor, { code, name }: CreateRespondentGroupRequest): Promise<RespondentGroupView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const position = ((await tx.em.maximum(RespondentGroup, 'position')) ?? 0) + 1;
      const row = { code, name: name.trim(), position, active: true };
      await refuseDuplicates(() => tx.em.insert(RespondentGroup, row), TAKEN);
      return told(tx, row);
    });
  }

  edit(actor: Actor, code: string, { name, position, active }: EditRespondentGroupRequest): Promise<RespondentGroupView> {
    return this.unitOfWork.run(actor, async (tx) => {
      await lockOne(tx.em, RespondentGroup, { code });
      const row = { code, name: name.trim(), position, active };
      await refuseDuplicates(() => tx.em.update(RespondentGroup, { code }, row), TAKEN);
      return told(tx, row);
    });
  }
}

/** Groups have codes and no ids: the line is found by its code. */
async function told(tx: Transaction, row: RespondentGroupView): Promise<RespondentGroupView> {
  await tx.audit('respondent-group.written', { id: NO_ID }, { code: row.code, name: row.name });
  return row;
}
