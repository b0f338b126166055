import type { CriteriaSet } from '@par-index/scoring';

/**
 * A small set with one criterion of each kind that the appraisal treats differently: scored by the agency (`1.1` bands, `1.2` may be
 * not applicable), `relative` (`1.3`), by the appraiser alone (`2.1`), from the survey (`2.2`), imported (`2.3`), bonus (`3.1`) and penalty (`4.1`).
 */
export const APPRAISED_SET: CriteriaSet = {
  format: 'par-criteria-set/1',
  code: 'thu-nghiem',
  title: 'Bộ tiêu chí thử nghiệm',
  year: 2026,
  appliesTo: 'so-ban-nganh',
  rounding: { points: 2, index: 2 },
  withoutSurvey: 'zero',
  grades: [{ name: 'Tốt', from: 80 }, { name: 'Khá', from: 50 }, { name: 'Yếu', from: 0 }],
  criteria: [
    {
      code: '1',
      title: 'Công tác chỉ đạo, điều hành',
      max: 60,
      appraiser: 'so-noi-vu',
      children: [
        {
          code: '1.1',
          title: 'Thực hiện kế hoạch cải cách hành chính',
          max: 20,
          evidence: { required: true, hint: 'Báo cáo năm' },
          rule: {
            kind: 'bands',
            measure: { type: 'ratio', numerator: 'Số nhiệm vụ hoàn thành', denominator: 'Số nhiệm vụ được giao' },
            bands: [{ above: 90, points: 20 }, { from: 70, upTo: 90, points: 10 }, { below: 70, points: 0 }],
          },
        },
        {
          code: '1.2',
          title: 'Kiểm tra cải cách hành chính',
          max: 20,
          whenNotApplicable: 'exclude',
          rule: { kind: 'choice', options: [{ id: 'du', label: 'Kiểm tra đủ', points: 20 }, { id: 'thieu', label: 'Kiểm tra thiếu', points: 5 }] },
        },
        {
          code: '1.3',
          title: 'Sáng kiến cải cách hành chính',
          max: 20,
          appraiser: 'so-tu-phap',
          rule: { kind: 'relative', measure: { type: 'number', label: 'Số sáng kiến', unit: 'sáng kiến' } },
        },
      ],
    },
    {
      code: '2',
      title: 'Kết quả',
      max: 40,
      appraiser: 'so-noi-vu',
      children: [
        { code: '2.1', title: 'Chất lượng tham mưu', max: 10, source: 'appraiser', appraiser: 'so-tu-phap', rule: { kind: 'direct', step: 0.5 } },
        {
          code: '2.2',
          title: 'Mức độ hài lòng',
          max: 20,
          source: 'survey',
          rule: { kind: 'survey', options: [{ id: 'a', label: 'Hài lòng', percent: 100 }, { id: 'b', label: 'Không hài lòng', percent: 0 }] },
        },
        { code: '2.3', title: 'Chỉ số chuyển đổi số', max: 10, source: 'imported', rule: { kind: 'proportional', measure: { type: 'number', label: 'Chỉ số', unit: 'điểm', max: 100 } } },
      ],
    },
    { code: '3', title: 'Điểm thưởng', max: 2, section: 'bonus', children: [{ code: '3.1', title: 'Mô hình mới', max: 2, rule: { kind: 'direct', step: 0.5 } }] },
    {
      code: '4',
      title: 'Điểm trừ',
      max: 3,
      section: 'penalty',
      appraiser: 'so-noi-vu',
      children: [
        {
          code: '4.1',
          title: 'Báo cáo chậm',
          max: 3,
          source: 'appraiser',
          rule: { kind: 'tally', start: 'zero', items: [{ id: 'cham', label: 'Báo cáo chậm', points: 0.25 }] },
        },
      ],
    },
  ],
};
