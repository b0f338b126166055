import type { Role } from '@par-index/contract';
import { Random } from './random';

/** An account of the demonstration. `purpose` is there for those who stand as a card on the sign-in page. */
export interface DemoAccount {
  readonly userName: string;
  readonly fullName: string;
  readonly grants: readonly { readonly role: Role; readonly agencyCode: string }[];
  readonly purpose?: string;
}

interface SeedAgency {
  readonly code: string;
  readonly group: string;
}

/** Field owners with the agency that appraises in their place at themselves. */
export const SUBSTITUTES: Readonly<Record<string, string>> = {
  'so-noi-vu': 'van-phong-ubnd',
  'van-phong-ubnd': 'so-noi-vu',
  'so-tu-phap': 'so-noi-vu',
  'so-tai-chinh': 'so-noi-vu',
  'so-khoa-hoc-cong-nghe': 'so-noi-vu',
  'thanh-tra-tinh': 'so-noi-vu',
};

const one = (role: Role, agencyCode: string) => [{ role, agencyCode }];

/** The cards, in the order of a cycle. */
const CARDS: readonly DemoAccount[] = [
  { userName: 'canbo.syt', fullName: 'Nguyễn Thị Hạnh', grants: one('agency-officer', 'so-y-te'), purpose: 'Hoàn thành hồ sơ tự đánh giá đang được gia hạn, rồi gửi lãnh đạo.' },
  { userName: 'lanhdao.syt', fullName: 'Trần Văn Dũng', grants: one('agency-head', 'so-y-te'), purpose: 'Xem hồ sơ của Sở Y tế, trả lại hoặc ký gửi.' },
  { userName: 'lanhdao.sgddt', fullName: 'Lê Thị Minh Châu', grants: one('agency-head', 'so-giao-duc-va-dao-tao'), purpose: 'Có một hồ sơ đang chờ ký gửi.' },
  { userName: 'canbo.xa', fullName: 'Hoàng Văn Páo', grants: one('agency-officer', 'xa-lung-cu'), purpose: 'Xem hồ sơ của xã đã nộp và kết quả năm trước.' },
  { userName: 'thamdinh.stp', fullName: 'Phạm Quốc Bảo', grants: one('appraiser', 'so-tu-phap'), purpose: 'Thẩm định lĩnh vực thể chế của các sở và xã, phường.' },
  { userName: 'thamdinh.vp', fullName: 'Đặng Thu Hà', grants: one('appraiser', 'van-phong-ubnd'), purpose: 'Thẩm định thủ tục hành chính, và thẩm định thay tại Sở Nội vụ.' },
  { userName: 'noivu', fullName: 'Vũ Thị Lan', grants: one('home-affairs', 'so-noi-vu'), purpose: 'Điều hành kỳ đánh giá, thẩm định, tổng hợp và công bố.' },
  { userName: 'noivu2', fullName: 'Bùi Đức Thắng', grants: one('home-affairs', 'so-noi-vu'), purpose: 'Cùng điều hành kỳ đánh giá với chuyên viên thứ nhất.' },
  { userName: 'chutich.hd', fullName: 'Ma Văn Thành', grants: one('council-chair', 'van-phong-ubnd'), purpose: 'Chủ tịch Hội đồng thẩm định: đọc hồ sơ và kết quả thẩm định.' },
  { userName: 'hoidong', fullName: 'Lý Thị Xuân', grants: one('council-member', 'so-tai-chinh'), purpose: 'Ủy viên Hội đồng thẩm định.' },
  { userName: 'lanhdao.tinh', fullName: 'Nguyễn Mạnh Tuấn', grants: one('leader', 'van-phong-ubnd'), purpose: 'Xem xếp hạng, tiến độ và so sánh các cơ quan.' },
  { userName: 'quantri', fullName: 'Triệu Minh Đức', grants: one('admin', 'so-khoa-hoc-cong-nghe'), purpose: 'Quản trị cơ quan, người dùng và nhật ký.' },
];

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Ma', 'Lý', 'Triệu', 'Nông', 'Lương', 'Hà', 'Vàng', 'Giàng'] as const;
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quang', 'Ngọc', 'Hồng', 'Xuân', 'Thanh'] as const;
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Giang', 'Hải', 'Hương', 'Khánh', 'Linh', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quỳnh', 'Sơn', 'Thảo', 'Tùng', 'Uyên', 'Vinh', 'Yến'] as const;

function nameOf(seed: string): string {
  const random = new Random(`name ${seed}`);
  return `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`;
}

function account(prefix: string, role: Role, agencyCode: string): DemoAccount {
  const userName = `${prefix}.${agencyCode}`;
  return { userName, fullName: nameOf(userName), grants: one(role, agencyCode) };
}

/** Everybody: the cards first, an officer and a head for each agency, and the appraisers of each field owner. */
export function demoAccounts(agencies: readonly SeedAgency[]): readonly DemoAccount[] {
  const assessed = agencies.flatMap(({ code }) => [account('canbo', 'agency-officer', code), account('lanhdao', 'agency-head', code)]);
  const appraisers = Object.keys(SUBSTITUTES).flatMap((code) => [account('thamdinh1', 'appraiser', code), account('thamdinh2', 'appraiser', code)]);
  return [...CARDS, ...assessed, ...appraisers];
}
