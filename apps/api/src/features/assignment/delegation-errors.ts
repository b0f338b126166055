import { canGive, canTake, type DelegateRequest, type FieldError, LONGEST_DELEGATION } from '@par-index/contract';
import type { AgencyPerson } from './delegation.repository';

export interface DelegationScene {
  /** The day in Vietnam. */
  readonly today: string;
  /** Everybody active of the agency. */
  readonly people: readonly AgencyPerson[];
  readonly overlaps: boolean;
}

const DAY = 86_400_000;

/** What is wrong with a delegation, a line for each field; none where it can be given. */
export function delegationErrors(request: DelegateRequest, scene: DelegationScene): readonly FieldError[] {
  return [...peopleErrors(request, scene), ...dayErrors(request, scene)];
}

function peopleErrors({ fromUserId, toUserId, ...delegated }: DelegateRequest, { people }: DelegationScene): readonly FieldError[] {
  const from = people.find(({ id }) => id === fromUserId);
  const to = people.find(({ id }) => id === toUserId);
  if (!from || !canGive(from.grants, delegated)) {
    return [refused('/fromUserId', 'Người này không có việc đó tại cơ quan nên không ủy quyền được. Hãy chọn người khác.')];
  }
  if (fromUserId === toUserId) {
    return [refused('/toUserId', 'Không ủy quyền cho chính mình được. Hãy chọn một người khác cùng cơ quan.')];
  }
  return to && canTake(to.grants, delegated) ? [] : [refused('/toUserId', 'Người được ủy quyền phải cùng cơ quan, đang hoạt động và làm được việc đó. Hãy chọn trong danh sách.')];
}

function dayErrors({ startsOn, endsOn }: DelegateRequest, { today, overlaps }: DelegationScene): readonly FieldError[] {
  if (startsOn < today) {
    return [refused('/startsOn', 'Ngày bắt đầu đã qua. Hãy chọn từ hôm nay trở đi.')];
  }
  if (endsOn < startsOn) {
    return [refused('/endsOn', 'Ngày kết thúc phải từ ngày bắt đầu trở đi.')];
  }
  if ((Date.parse(endsOn) - Date.parse(startsOn)) / DAY >= LONGEST_DELEGATION) {
    return [refused('/endsOn', `Một lần ủy quyền dài không quá ${LONGEST_DELEGATION} ngày.`)];
  }
  return overlaps ? [refused('/startsOn', 'Trong những ngày này người đó đã ủy quyền việc này rồi. Hãy thu hồi ủy quyền cũ, hoặc chọn ngày khác.')] : [];
}

const refused = (pointer: string, detail: string): FieldError => ({ pointer, code: 'delegation.refused', detail });
