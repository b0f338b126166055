import type { Role } from '@par-index/contract';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'agency-officer': $localize`Cán bộ đầu mối CCHC`,
  'agency-head': $localize`Lãnh đạo cơ quan`,
  'appraiser': $localize`Cán bộ thẩm định`,
  'home-affairs': $localize`Chuyên viên Sở Nội vụ`,
  'council-member': $localize`Ủy viên hội đồng`,
  'council-chair': $localize`Chủ tịch hội đồng`,
  'leader': $localize`Lãnh đạo UBND tỉnh`,
  'admin': $localize`Quản trị hệ thống`,
};
