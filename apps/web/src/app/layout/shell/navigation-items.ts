import type { Permission } from '@par-index/contract';
import type { IconName } from '../../ui/icon/icon-paths';

export interface NavigationItem {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Shown to whoever has one of them. */
  readonly anyOf: readonly Permission[];
}

/** The ways through the application, in the order of the work. */
export const NAVIGATION: readonly NavigationItem[] = [
  { path: '/work', label: $localize`Việc của tôi`, icon: 'work', anyOf: ['account.own'] },
  {
    path: '/assessments',
    label: $localize`Tự đánh giá`,
    icon: 'assessment',
    anyOf: ['assessment.edit', 'assessment.sign-off'],
  },
  { path: '/documents', label: $localize`Kho tài liệu`, icon: 'folder', anyOf: ['assessment.edit', 'assessment.sign-off'] },
  { path: '/appraisals', label: $localize`Thẩm định`, icon: 'appraisal', anyOf: ['appraisal.read'] },
  { path: '/assignments', label: $localize`Phân công`, icon: 'table', anyOf: ['assignment.read', 'council.read'] },
  { path: '/council', label: $localize`Hội đồng`, icon: 'council', anyOf: ['council.read'] },
  { path: '/cycles', label: $localize`Kỳ đánh giá`, icon: 'cycle', anyOf: ['cycle.edit', 'council.read', 'result.read-provisional'] },
  { path: '/petitions', label: $localize`Kiến nghị`, icon: 'comment', anyOf: ['petition.write', 'petition.answer'] },
  { path: '/surveys', label: $localize`Khảo sát`, icon: 'discussion', anyOf: ['survey.read'] },
  { path: '/results', label: $localize`Kết quả`, icon: 'result', anyOf: ['result.read-published'] },
  { path: '/criteria-sets', label: $localize`Bộ tiêu chí`, icon: 'criteria', anyOf: ['criteria-set.read'] },
  { path: '/agencies', label: $localize`Cơ quan`, icon: 'agency', anyOf: ['agency.edit'] },
  { path: '/users', label: $localize`Người dùng`, icon: 'people', anyOf: ['user.read'] },
  { path: '/mails', label: $localize`Thư đã gửi`, icon: 'mail', anyOf: ['user.read'] },
  { path: '/audit', label: $localize`Nhật ký`, icon: 'history', anyOf: ['audit.read'] },
  { path: '/audit-chain', label: $localize`Kiểm tra nhật ký`, icon: 'verified', anyOf: ['audit.check'] },
];

/** What somebody with these permissions sees. */
export function navigationFor(can: (permission: Permission) => boolean): readonly NavigationItem[] {
  return NAVIGATION.filter((item) => item.anyOf.some(can));
}
