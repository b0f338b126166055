import type { FormOption, FormSection, FormText, Questionnaire, ScaleQuestion } from './questionnaire.api';

const text = (vi: string, en: string): FormText => ({ vi, en });

/** Worst first. The ids are those of the options of a SIPAS criterion, so that counts become responses as they are. */
export const SATISFACTION_STEPS: readonly FormOption[] = [
  { id: 'rat-khong-hai-long', label: text('Rất không hài lòng', 'Very dissatisfied') },
  { id: 'khong-hai-long', label: text('Không hài lòng', 'Dissatisfied') },
  { id: 'binh-thuong', label: text('Bình thường', 'Neutral') },
  { id: 'hai-long', label: text('Hài lòng', 'Satisfied'), satisfied: true },
  { id: 'rat-hai-long', label: text('Rất hài lòng', 'Very satisfied'), satisfied: true },
];

const scale = (id: string, factor: string, words: FormText): ScaleQuestion => ({ id, kind: 'scale', text: words, required: true, factor, options: SATISFACTION_STEPS });

const ACCESS: FormSection = {
  id: 'tiep-can',
  title: text('Tiếp cận dịch vụ', 'Access to the service'),
  questions: [
    scale('tiep-can-cho-ngoi', 'tiep-can', text('Nơi ngồi chờ, nơi tiếp nhận hồ sơ đủ chỗ, sạch sẽ', 'The waiting area and the reception are sufficient and clean')),
    scale('tiep-can-trang-thiet-bi', 'tiep-can', text('Trang thiết bị phục vụ đầy đủ, dễ sử dụng', 'Equipment is available and easy to use')),
    scale('tiep-can-thong-tin', 'tiep-can', text('Dễ tìm hiểu thông tin về thủ tục, trực tiếp hoặc trên mạng', 'Information about the procedure is easy to find, on site or online')),
  ],
};

const PROCEDURES: FormSection = {
  id: 'thu-tuc',
  title: text('Thủ tục hành chính', 'Administrative procedure'),
  questions: [
    scale('thu-tuc-niem-yet', 'thu-tuc', text('Thủ tục được niêm yết công khai, đầy đủ', 'The procedure is published in full')),
    scale('thu-tuc-thanh-phan', 'thu-tuc', text('Thành phần hồ sơ đúng quy định, không phát sinh giấy tờ', 'Only the required documents were asked for')),
    scale('thu-tuc-thoi-han', 'thu-tuc', text('Thời hạn giải quyết đúng quy định', 'The time limit was the prescribed one')),
    scale('thu-tuc-phi', 'thu-tuc', text('Phí, lệ phí đúng quy định', 'The fees were the prescribed ones')),
  ],
};

const STAFF: FormSection = {
  id: 'cong-chuc',
  title: text('Công chức giải quyết công việc', 'The staff'),
  questions: [
    scale('cong-chuc-thai-do', 'cong-chuc', text('Công chức giao tiếp lịch sự, tôn trọng', 'Staff were polite and respectful')),
    scale('cong-chuc-lang-nghe', 'cong-chuc', text('Công chức lắng nghe, trả lời đầy đủ câu hỏi', 'Staff listened and answered fully')),
    scale('cong-chuc-huong-dan', 'cong-chuc', text('Công chức hướng dẫn hồ sơ dễ hiểu, một lần là đủ', 'Guidance was clear and complete the first time')),
    scale('cong-chuc-quy-dinh', 'cong-chuc', text('Công chức làm đúng quy định', 'Staff followed the rules')),
  ],
};

const RESULT: FormSection = {
  id: 'ket-qua',
  title: text('Kết quả giải quyết', 'The result'),
  questions: [
    scale('ket-qua-dung-hen', 'ket-qua', text('Kết quả được trả đúng hẹn', 'The result came on time')),
    scale('ket-qua-chinh-xac', 'ket-qua', text('Kết quả đầy đủ, chính xác', 'The result was complete and correct')),
    scale('ket-qua-cong-bang', 'ket-qua', text('Kết quả bảo đảm công bằng', 'The result was fair')),
  ],
};

const ASKED: FormSection = {
  id: 'hoi-phan-anh',
  title: text('Góp ý, phản ánh, kiến nghị', 'Feedback'),
  questions: [
    {
      id: 'da-phan-anh',
      kind: 'single',
      text: text('Ông/Bà đã từng góp ý, phản ánh, kiến nghị với cơ quan này chưa?', 'Have you given feedback or filed a complaint with this office?'),
      required: true,
      options: [
        { id: 'roi', label: text('Đã từng', 'Yes') },
        { id: 'chua', label: text('Chưa', 'No') },
      ],
    },
  ],
};

const FEEDBACK: FormSection = {
  id: 'phan-anh',
  title: text('Tiếp nhận, xử lý phản ánh', 'How feedback was received'),
  when: [{ question: 'da-phan-anh', oneOf: ['roi'] }],
  questions: [
    scale('phan-anh-hinh-thuc', 'phan-anh', text('Có nhiều hình thức để góp ý, phản ánh', 'There are several ways to give feedback')),
    scale('phan-anh-tiep-nhan', 'phan-anh', text('Cơ quan tiếp nhận, xử lý phản ánh tích cực', 'Feedback was received and acted on')),
    scale('phan-anh-thong-bao', 'phan-anh', text('Cơ quan thông báo kết quả xử lý kịp thời', 'The outcome was told in good time')),
  ],
};

const OVERALL: FormSection = {
  id: 'chung',
  title: text('Đánh giá chung', 'Overall'),
  questions: [
    scale('hai-long-chung', 'chung', text('Nhìn chung, Ông/Bà hài lòng thế nào về sự phục vụ của cơ quan?', 'Overall, how satisfied are you with the service of this office?')),
    { id: 'gop-y', kind: 'text', text: text('Ông/Bà mong cơ quan cải thiện điều gì?', 'What should the office improve?'), required: false, longest: 2000 },
  ],
};

const ABOUT: FormSection = {
  id: 'dich-vu',
  title: text('Dịch vụ đã dùng', 'The service'),
  questions: [
    { id: 'co-quan', kind: 'office', text: text('Ông/Bà đã làm thủ tục ở cơ quan nào?', 'Which office served you?'), required: true },
    {
      id: 'linh-vuc',
      kind: 'service',
      text: text('Thủ tục thuộc lĩnh vực nào?', 'What was the procedure about?'),
      required: false,
      options: [
        { id: 'dat-dai', label: text('Đất đai', 'Land') },
        { id: 'ho-tich', label: text('Hộ tịch, chứng thực', 'Civil status, certification') },
        { id: 'kinh-doanh', label: text('Đăng ký kinh doanh', 'Business registration') },
        { id: 'xay-dung', label: text('Xây dựng', 'Construction') },
        { id: 'bao-tro', label: text('Bảo trợ xã hội, người có công', 'Social protection') },
        { id: 'y-te-giao-duc', label: text('Y tế, giáo dục', 'Health, education') },
        { id: 'khac', label: text('Lĩnh vực khác', 'Other') },
      ],
    },
  ],
};

/** Ready-made: satisfaction with administrative services (SIPAS), five factors and the whole, after the method for 2023–2026 (1001/QĐ-BNV). */
export const SIPAS_QUESTIONNAIRE: Questionnaire = {
  format: 'par-survey/1',
  code: 'sipas',
  title: text('Khảo sát sự hài lòng về sự phục vụ hành chính', 'Survey of satisfaction with administrative services'),
  intro: text(
    'Xin Ông/Bà cho biết ý kiến về lần làm thủ tục gần nhất. Phiếu mất khoảng một phút.',
    'Please tell us about your latest visit. It takes about a minute.',
  ),
  factors: [
    { id: 'tiep-can', title: text('Tiếp cận dịch vụ', 'Access') },
    { id: 'thu-tuc', title: text('Thủ tục hành chính', 'Procedures') },
    { id: 'cong-chuc', title: text('Công chức', 'Staff') },
    { id: 'ket-qua', title: text('Kết quả', 'Result') },
    { id: 'phan-anh', title: text('Tiếp nhận, xử lý phản ánh', 'Feedback') },
    { id: 'chung', title: text('Hài lòng chung', 'Overall satisfaction') },
  ],
  sections: [ABOUT, ACCESS, PROCEDURES, STAFF, RESULT, ASKED, FEEDBACK, OVERALL],
};
