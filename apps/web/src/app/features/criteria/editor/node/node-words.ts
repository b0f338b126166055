export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The first of each is what stands where nothing is said. */
export const SECTIONS: readonly Choice[] = [
  { value: 'scored', label: $localize`Chấm điểm (tính vào 100)` },
  { value: 'bonus', label: $localize`Điểm thưởng (cộng thêm)` },
  { value: 'penalty', label: $localize`Điểm trừ` },
];

export const COMBINES: readonly Choice[] = [
  { value: 'sum', label: $localize`Cộng điểm các tiêu chí thành phần` },
  { value: 'all', label: $localize`Phải đạt đủ tất cả mới có điểm` },
  { value: 'best', label: $localize`Lấy tiêu chí thành phần cao nhất` },
];

export const SOURCES: readonly Choice[] = [
  { value: 'self', label: $localize`Cơ quan tự đánh giá` },
  { value: 'survey', label: $localize`Khảo sát` },
  { value: 'appraiser', label: $localize`Chỉ cơ quan thẩm định chấm` },
  { value: 'imported', label: $localize`Chỉ số bên ngoài (nhập)` },
];

export const NOT_APPLICABLE: readonly Choice[] = [
  { value: 'forbidden', label: $localize`Không được chọn «không áp dụng»` },
  { value: 'exclude', label: $localize`Được, và không tính vào điểm tối đa` },
  { value: 'full', label: $localize`Được, và vẫn có điểm tối đa` },
];
