import type { AuditEventName, AuditEventView } from '@par-index/contract';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import { STATE_LOOKS } from '../../ui/words/state-words';

/** What each event is called. */
export const EVENT_WORDS: Readonly<Record<AuditEventName, string>> = {
  'agency.created': $localize`Thêm cơ quan`,
  'agency.edited': $localize`Sửa cơ quan`,
  'agency-group.created': $localize`Thêm nhóm cơ quan`,
  'agency-lineage.recorded': $localize`Ghi việc sáp nhập, chia tách cơ quan`,
  'agency-lineage.edited': $localize`Sửa việc sáp nhập, chia tách cơ quan`,
  'agency-lineage.removed': $localize`Bỏ việc sáp nhập, chia tách cơ quan`,
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
  'cycle.carried-over': $localize`Tạo kỳ từ kỳ trước`,
  'cycle.planned-exemption-removed': $localize`Bỏ miễn tiêu chí dự kiến`,
  'cycle.edited': $localize`Sửa kỳ đánh giá`,
  'cycle.phase-opened': $localize`Mở giai đoạn`,
  'cycle.clock-waits': $localize`Giai đoạn đến ngày chưa tự mở được`,
  'participant.extended': $localize`Gia hạn`,
  'participant.exempted': $localize`Miễn tiêu chí`,
  'assessment.moved': $localize`Chuyển trạng thái hồ sơ`,
  'receipt.issued': $localize`Cấp biên nhận`,
  'answer.saved': $localize`Lưu câu trả lời`,
  'evidence.attached': $localize`Đính tài liệu`,
  'evidence.detached': $localize`Gỡ tài liệu`,
  'evidence.placed': $localize`Ghi vị trí trong tài liệu`,
  'evidence.anchored': $localize`Đánh dấu chỗ cần xem trong tài liệu`,
  'evidence.described': $localize`Sửa mô tả tài liệu`,
  'evidence.replaced': $localize`Thay tệp tài liệu`,
  'appraisal.decided': $localize`Thẩm định tiêu chí`,
  'hint.dismissed': $localize`Bỏ qua gợi ý`,
  'hint.restored': $localize`Đưa lại gợi ý`,
  'explanation.saved': $localize`Lưu giải trình`,
  'remark.written': $localize`Ghi ý kiến trao đổi`,
  'assignment.changed': $localize`Đổi cơ quan thẩm định`,
  'assignment.substituted': $localize`Đổi cơ quan thay`,
  'assignment.shared': $localize`Chia việc thẩm định`,
  'delegation.given': $localize`Ủy quyền khi vắng mặt`,
  'delegation.revoked': $localize`Thu hồi ủy quyền`,
  'notification.chosen': $localize`Chọn cách nhận thông báo`,
  'base-figure.entered': $localize`Nhập số liệu`,
  'council.item-opened': $localize`Đưa nội dung ra Hội đồng`,
  'council.vote-opened': $localize`Mở biểu quyết`,
  'council.proposed': $localize`Đề xuất phương án`,
  'council.voted': $localize`Biểu quyết`,
  'council.item-closed': $localize`Hội đồng kết luận`,
  'petition.written': $localize`Soạn kiến nghị`,
  'petition.filed': $localize`Nộp kiến nghị`,
  'petition.answered': $localize`Trả lời kiến nghị`,
  'result.published': $localize`Công bố kết quả`,
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  actingFor: $localize`thay mặt`,
  action: $localize`thao tác`,
  after: $localize`sau`,
  agencyId: $localize`cơ quan`,
  agencyIds: $localize`các cơ quan`,
  before: $localize`trước`,
  closeAt: $localize`khóa lúc`,
  code: $localize`mã`,
  codes: $localize`các tiêu chí`,
  deadlineAt: $localize`hạn`,
  digest: $localize`mã băm`,
  documentId: $localize`tài liệu`,
  edition: $localize`lần công bố`,
  endsOn: $localize`đến hết ngày`,
  evenly: $localize`chia đều`,
  failures: $localize`số lần sai`,
  from: $localize`từ`,
  grants: $localize`vai trò`,
  groupCode: $localize`nhóm cơ quan`,
  handedOver: $localize`chuyển kèm kết quả`,
  kept: $localize`giữ nguyên`,
  kind: $localize`cách quyết định`,
  late: $localize`muộn`,
  layer: $localize`lớp`,
  moved: $localize`chuyển`,
  name: $localize`tên`,
  noteChanged: $localize`đổi thuyết minh`,
  page: $localize`trang`,
  personIds: $localize`những người`,
  points: $localize`điểm`,
  reason: $localize`lý do`,
  section: $localize`mục`,
  sessions: $localize`số phiên`,
  startsOn: $localize`từ ngày`,
  title: $localize`tên`,
  to: $localize`sang`,
  userName: $localize`tài khoản`,
  userNames: $localize`các tài khoản`,
  versionNumber: $localize`bản`,
  year: $localize`năm`,
};

const VALUE_WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(PHASE_WORDS),
  ...Object.entries(STATE_LOOKS).map(([state, { words }]) => [state, words] as const),
]);

/** What was changed, as «tên: giá trị» for each part of the payload. Nothing is left out: the log is for checking. */
export function payloadInWords({ payload }: Pick<AuditEventView, 'payload'>): string {
  return Object.entries(payload)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${FIELD_WORDS[name] ?? name}: ${valueInWords(value)}`)
    .join(' · ');
}

function valueInWords(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? $localize`có` : $localize`không`;
  }
  return typeof value === 'string' ? (VALUE_WORDS.get(value) ?? value) : JSON.stringify(value);
}
