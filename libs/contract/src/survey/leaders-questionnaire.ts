import type { FormOption, FormText, Questionnaire } from './questionnaire.api';

const text = (vi: string, en: string): FormText => ({ vi, en });

/** A 100 %, B 60 %, C 20 %, D 0 % unless the criterion says otherwise; `khong-ro` counts for nothing. */
export const RATING_OPTIONS: readonly FormOption[] = [
  { id: 'A', label: text('Tốt', 'Good'), satisfied: true },
  { id: 'B', label: text('Khá', 'Fair'), satisfied: true },
  { id: 'C', label: text('Trung bình', 'Average') },
  { id: 'D', label: text('Chưa đạt', 'Poor') },
  { id: 'khong-ro', label: text('Không rõ', 'Cannot say'), noOpinion: true },
];

/** Ready-made: invited respondents (leaders, people's council, Mặt trận, village heads, …) rate every agency on each question (điều tra xã hội học). */
export const LEADERS_QUESTIONNAIRE: Questionnaire = {
  format: 'par-survey/1',
  code: 'lanh-dao-danh-gia',
  title: text('Phiếu đánh giá của lãnh đạo, quản lý về cải cách hành chính', 'Leaders’ assessment of administrative reform'),
  intro: text(
    'Xin Ông/Bà đánh giá từng cơ quan theo mỗi nội dung. Nội dung không nắm rõ thì chọn «Không rõ».',
    'Please rate each agency on each question. Where you cannot tell, choose “Cannot say”.',
  ),
  factors: [],
  sections: [
    {
      id: 'danh-gia',
      title: text('Đánh giá các cơ quan', 'Rating of the agencies'),
      questions: [
        {
          id: 'danh-gia',
          kind: 'matrix',
          text: text('Ông/Bà đánh giá các cơ quan sau đây thế nào?', 'How do you rate these agencies?'),
          required: true,
          options: RATING_OPTIONS,
          items: [
            { id: 'chi-dao', text: text('Tính kịp thời, sâu sát của lãnh đạo cơ quan trong chỉ đạo cải cách hành chính', 'Timely and close leadership of the reform') },
            { id: 'phoi-hop', text: text('Mức độ phối hợp với các cơ quan và UBND cấp xã trong giải quyết công việc', 'Cooperation with other agencies and communes') },
            { id: 'the-che', text: text('Chất lượng văn bản, cơ chế, chính sách do cơ quan tham mưu', 'Quality of the documents and policies it drafts') },
            { id: 'thu-tuc', text: text('Kết quả giải quyết và kiểm soát thủ tục hành chính', 'Handling and control of administrative procedures') },
            { id: 'cong-chuc', text: text('Năng lực và trách nhiệm của cán bộ, công chức', 'Ability and responsibility of its staff') },
            { id: 'so-hoa', text: text('Hiệu quả ứng dụng công nghệ, chuyển đổi số', 'Use of technology, digital transformation') },
            { id: 'chung', text: text('Đánh giá chung về kết quả cải cách hành chính', 'The results of its reform on the whole') },
          ],
        },
        { id: 'gop-y', kind: 'text', text: text('Góp ý của Ông/Bà', 'Your remarks'), required: false, longest: 2000 },
      ],
    },
  ],
};
