import type { Role } from './permissions';

/** What a role is called, on screens and in workbooks. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'agency-officer': 'Cán bộ đầu mối CCHC',
  'agency-head': 'Lãnh đạo cơ quan',
  'appraiser': 'Cán bộ thẩm định',
  'home-affairs': 'Chuyên viên Sở Nội vụ',
  'council-member': 'Ủy viên hội đồng',
  'council-chair': 'Chủ tịch hội đồng',
  'leader': 'Lãnh đạo UBND tỉnh',
  'admin': 'Quản trị hệ thống',
};
