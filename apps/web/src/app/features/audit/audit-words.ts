import type { AuditEventName, AuditEventView } from '@par-index/contract';

/** What each event is called. */
export const EVENT_WORDS: Readonly<Record<AuditEventName, string>> = {
  'agency.created': $localize`Thêm cơ quan`,
  'agency.edited': $localize`Sửa cơ quan`,
  'agency-group.created': $localize`Thêm nhóm cơ quan`,
  'user.created': $localize`Thêm người dùng`,
  'user.edited': $localize`Sửa người dùng`,
  'user.imported': $localize`Nhập người dùng từ Excel`,
  'user.link-issued': $localize`Tạo đường dẫn đặt mật khẩu`,
  'user.password-set': $localize`Đặt mật khẩu`,
  'session.opened': $localize`Đăng nhập`,
  'session.ended': $localize`Kết thúc phiên`,
  'sign-in.failed': $localize`Đăng nhập không thành công`,
  'criteria-set.loaded': $localize`Nạp bộ tiêu chí`,
  'criteria-set.frozen': $localize`Khóa bộ tiêu chí`,
  'criteria-set.superseded': $localize`Thay bằng bản mới`,
  'cycle.created': $localize`Tạo kỳ đánh giá`,
  'cycle.edited': $localize`Sửa kỳ đánh giá`,
  'cycle.phase-opened': $localize`Mở giai đoạn`,
  'participant.extended': $localize`Gia hạn`,
  'participant.exempted': $localize`Miễn tiêu chí`,
  'assessment.moved': $localize`Chuyển trạng thái hồ sơ`,
  'answer.saved': $localize`Lưu câu trả lời`,
  'evidence.attached': $localize`Đính tài liệu`,
  'evidence.detached': $localize`Gỡ tài liệu`,
  'evidence.placed': $localize`Ghi vị trí trong tài liệu`,
  'evidence.described': $localize`Sửa mô tả tài liệu`,
  'evidence.replaced': $localize`Thay tệp tài liệu`,
  'appraisal.decided': $localize`Thẩm định tiêu chí`,
  'base-figure.entered': $localize`Nhập số liệu`,
  'result.published': $localize`Công bố kết quả`,
};

/** What was changed, as «tên: giá trị» for each part of the payload. Nothing is left out: the log is for checking. */
export function payloadInWords(event: Pick<AuditEventView, 'payload'>): string {
  return Object.entries(event.payload)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ');
}
