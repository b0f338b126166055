import { type ProblemCode } from './problem';

type Params = Readonly<Record<string, string | number>>;

/** «15 giây», «4 phút»: rounded up, so that nobody comes back too early. */
export function durationInWords(seconds: number): string {
  return seconds <= 90 ? `${Math.max(1, Math.ceil(seconds))} giây` : `${Math.ceil(seconds / 60)} phút`;
}

const delayed = ({ seconds }: Params): string =>
  seconds === undefined
    ? 'Đã nhập sai quá nhiều lần. Hãy đợi một lúc rồi đăng nhập lại.'
    : `Đã nhập sai quá nhiều lần. Hãy đợi ${durationInWords(Number(seconds))} rồi đăng nhập lại.`;

const tooLarge = ({ megabytes }: Params): string =>
  megabytes === undefined
    ? 'Tệp quá lớn. Hãy giảm dung lượng hoặc tách thành nhiều tệp rồi tải lên lại.'
    : `Tệp lớn hơn ${megabytes} MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp rồi tải lên lại.`;

/** What happened and what to do next, for the person at the screen. One for each refusal there is. */
const WORDS = {
  'request.invalid': 'Một số ô chưa đúng. Hãy xem chỗ được đánh dấu, sửa lại rồi gửi lần nữa.',
  'request.malformed': 'Yêu cầu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.',
  'request.not-found': 'Không có trang hoặc chức năng này. Hãy kiểm tra lại địa chỉ.',
  'request.method-not-allowed': 'Địa chỉ này không nhận thao tác vừa gửi. Hãy tải lại trang rồi thử lại.',
  'request.too-large': 'Nội dung gửi lên quá lớn. Hãy gửi ít hơn trong một lần.',
  'request.media-type': 'Định dạng gửi lên không được nhận. Hãy chọn đúng loại tệp rồi gửi lại.',
  'request.precondition-required': 'Yêu cầu thiếu phiên bản của nội dung đang sửa. Hãy tải lại trang rồi thử lại.',
  'request.csrf': 'Yêu cầu không đến từ trang đang mở của bạn nên không được thực hiện. Hãy tải lại trang rồi thử lại.',
  'server.failed': 'Hệ thống gặp lỗi nên chưa thực hiện được. Hãy thử lại; nếu vẫn lỗi, gửi mã theo dõi cho quản trị hệ thống.',
  'server.stopping': 'Hệ thống đang khởi động lại. Hãy thử lại sau ít phút.',
  'server.database-unavailable': 'Hệ thống tạm thời không đọc được dữ liệu. Hãy thử lại sau ít phút.',
  'record.version-stale': 'Nội dung này vừa được người khác sửa. Hãy xem bản mới rồi sửa lại.',
  'record.not-found': 'Không tìm thấy nội dung này, hoặc bạn không được xem. Hãy kiểm tra lại địa chỉ.',
  'record.duplicate': 'Đã có một mục trùng mã hoặc trùng tên. Hãy chọn mã, tên khác.',
  'record.in-use': 'Mục này đang được dùng ở nơi khác nên không bỏ được. Hãy gỡ nơi đang dùng trước.',
  'reason.required': 'Cần nêu lý do. Hãy ghi lý do rồi gửi lại.',
  'access.unauthenticated': 'Bạn chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập lại.',
  'access.denied': 'Vai trò của bạn không được làm việc này. Nếu cần, hãy liên hệ quản trị hệ thống để được giao quyền.',
  'access.own-agency': 'Không ai được thẩm định cơ quan của chính mình. Việc này do cơ quan được phân công thay thực hiện.',
  'access.not-assigned': 'Tiêu chí này không được phân công cho cơ quan của bạn. Hãy liên hệ Sở Nội vụ nếu cần thay đổi phân công.',
  'access.other-person': 'Tiêu chí này được giao cho người khác trong cơ quan của bạn. Lãnh đạo cơ quan hoặc Sở Nội vụ có thể giao lại.',
  'sign-in.refused': 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại, hoặc nhờ quản trị hệ thống cấp liên kết đặt mật khẩu mới.',
  'sign-in.delayed': delayed,
  'password.too-weak': 'Mật khẩu quá dễ đoán. Hãy dùng ít nhất 10 ký tự, không trùng tên đăng nhập và không phải mật khẩu hay gặp.',
  'password.wrong': 'Mật khẩu hiện tại không đúng. Hãy nhập lại.',
  'link.spent': 'Liên kết này đã dùng hoặc đã hết hạn. Hãy nhờ quản trị hệ thống cấp liên kết mới.',
  'user.last-admin': 'Đây là quản trị hệ thống cuối cùng. Hãy giao quyền quản trị cho người khác trước.',
  'user.inactive': 'Tài khoản đang khóa nên không cấp được liên kết. Hãy mở lại tài khoản trước.',
  'import.invalid': 'Tệp Excel có chỗ chưa đúng nên chưa nhập dòng nào. Hãy sửa các ô được nêu rồi tải lên lại.',
  'criteria-set.invalid': 'Bộ tiêu chí có lỗi nên chưa được lưu. Hãy sửa các chỗ được nêu rồi tải lên lại.',
  'criteria-set.frozen': 'Bộ tiêu chí đã ban hành nên không sửa được. Hãy tạo bản nháp mới từ phiên bản này.',
  'criteria-set.group-unknown': 'Nhóm cơ quan của bộ tiêu chí chưa có. Hãy tạo nhóm cơ quan trước.',
  'criteria-set.not-tabular': 'Bản nháp có chỗ chưa ghi được đầy đủ vào bảng Excel. Hãy sửa các chỗ được nêu, hoặc tải tệp JSON.',
  'criteria-set.file-unreadable': 'Không đọc được tệp bộ tiêu chí. Hãy xem lý do, sửa tệp rồi chọn lại.',
  'criteria-set.unreadable': 'Nội dung gửi lên không phải một cây tiêu chí nên chưa được lưu. Hãy xem các chỗ được nêu rồi gửi lại.',
  'criteria-set.replay-stale': 'Số liệu đã thay đổi từ lúc xem bảng đối chiếu. Hãy xem bảng đối chiếu mới rồi xác nhận lại.',
  'criteria-set.correction-blocked': 'Chưa thay được bộ tiêu chí của kỳ đang chạy. Hãy xem các lý do được nêu rồi sửa phiên bản mới cho phù hợp.',
  'cycle.phase-illegal': 'Kỳ đánh giá không ở giai đoạn cho phép việc này. Hãy tải lại trang để xem giai đoạn hiện tại.',
  'cycle.set-missing': 'Kỳ đánh giá còn thiếu bộ tiêu chí cho một nhóm cơ quan. Hãy chọn bộ tiêu chí cho nhóm đó.',
  'cycle.set-invalid': 'Bộ tiêu chí được chọn không dùng được cho kỳ này. Hãy chọn mỗi nhóm một bộ tiêu chí đúng năm.',
  'cycle.dates-disordered': 'Các mốc thời gian chưa theo thứ tự. Mỗi giai đoạn cần: ngày mở, rồi hạn, rồi ngày khóa; giai đoạn sau mở sau giai đoạn trước.',
  'cycle.phase-blocked': 'Chưa mở được giai đoạn tiếp theo vì còn vướng các việc được nêu. Hãy xử lý rồi mở lại.',
  'cycle.publish-blocked': 'Chưa công bố được vì còn việc chưa xong. Hãy hoàn tất các việc được nêu rồi công bố lại.',
  'assessment.phase-closed': 'Giai đoạn này đã khóa hoặc chưa mở nên không nhận thay đổi. Sở Nội vụ có thể gia hạn cho cơ quan.',
  'assessment.state-illegal': 'Hồ sơ không ở trạng thái cho phép việc này. Hãy tải lại trang để xem trạng thái hiện tại.',
  'assessment.incomplete': 'Hồ sơ còn thiếu nội dung bắt buộc. Hãy bổ sung các tiêu chí được nêu rồi gửi lại.',
  'answer.criterion-unknown': 'Không có tiêu chí này trong bộ tiêu chí của hồ sơ. Hãy tải lại trang.',
  'answer.criterion-exempt': 'Cơ quan được miễn tiêu chí này nên không cần nhập.',
  'answer.not-self-scored': 'Tiêu chí này không do cơ quan tự chấm, nên không nhập ở đây.',
  'answer.invalid': 'Số liệu nhập không hợp với cách chấm của tiêu chí. Hãy xem chỗ được đánh dấu và nhập lại.',
  'answer.award-forbidden': 'Tiêu chí này không cho phép nhập thẳng điểm. Hãy nhập số liệu để hệ thống tính điểm.',
  'evidence.type-refused': 'Loại tệp này không được nhận. Hãy dùng PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG hoặc JPEG.',
  'evidence.empty': 'Tệp không có nội dung. Hãy kiểm tra lại tệp rồi tải lên.',
  'evidence.too-large': tooLarge,
  'evidence.truncated': 'Tệp chưa tải lên hết nên không được lưu. Hãy kiểm tra đường truyền rồi tải lên lại.',
  'evidence.link-invalid': 'Đường dẫn chưa đúng. Hãy dùng địa chỉ bắt đầu bằng https://, hoặc chỉ ghi số hiệu văn bản.',
  'evidence.in-use': 'Tài liệu đang được dùng cho tiêu chí khác nên không bỏ được. Hãy gỡ tài liệu khỏi các tiêu chí đó trước.',
  'upload.protocol': 'Phần mềm tải lên không dùng đúng giao thức tus 1.0.0. Hãy tải lại trang rồi tải tệp lên lần nữa.',
  'upload.out-of-step': 'Phần vừa gửi không nối tiếp phần đã nhận của tệp. Hãy bấm «Tiếp tục» để gửi tiếp từ chỗ đã nhận.',
  'upload.unfinished': 'Tệp chưa tải lên hết nên chưa dùng được. Hãy tải nốt phần còn lại rồi lưu.',
  'upload.expired': 'Lần tải lên này đã quá hạn nên phần đã nhận không còn. Hãy tải tệp lên lại từ đầu.',
  'upload.busy': 'Tệp này đang được gửi từ một nơi khác. Hãy đợi một lúc rồi bấm «Tiếp tục».',
  'upload.quota': 'Bạn đang có quá nhiều tệp tải dở. Hãy tải nốt hoặc bỏ các tệp đó trước khi tải tệp khác.',
  'appraisal.phase-closed': 'Hiện không phải lúc thẩm định hồ sơ này. Hãy xem thời gian của giai đoạn trong kỳ đánh giá.',
  'appraisal.reason-required': 'Điểm thay đổi nên cần nêu lý do. Hãy ghi lý do rồi lưu lại.',
  'appraisal.question-required': 'Đã yêu cầu giải trình nên cần ghi câu hỏi cho cơ quan. Hãy ghi câu hỏi rồi lưu lại.',
  'appraisal.nothing-to-accept': 'Cơ quan chưa khai tiêu chí này nên không có gì để chấp nhận. Hãy nhập số liệu hoặc chấm điểm kèm lý do.',
  'appraisal.incomplete': 'Còn tiêu chí chưa thẩm định. Hãy hoàn tất các tiêu chí được nêu.',
  'appraisal.not-explained': 'Cơ quan không giải trình tiêu chí này nên kết quả thẩm định được giữ nguyên, không thẩm định lại.',
  'explanation.no-difference': 'Tiêu chí này không bị giảm điểm và không có câu hỏi nên không cần giải trình.',
  'explanation.incomplete': 'Có tiêu chí chọn giải trình nhưng chưa có nội dung. Hãy viết giải trình, hoặc chọn đồng ý, rồi nộp lại.',
  'explanation.not-begun': 'Tài liệu giải trình đi kèm nội dung giải trình. Hãy chọn «Giải trình» ở tiêu chí này trước khi thêm tài liệu.',
  'remark.empty': 'Chưa viết ý kiến nào. Hãy viết ý kiến rồi gửi lại.',
  'assignment.nobody-left': 'Có cơ quan phụ trách chưa có cơ quan thay, nên không ai thẩm định được tại chính cơ quan đó. Hãy chọn cơ quan thay trước.',
  'delegation.refused': 'Chưa ủy quyền được. Hãy xem chỗ được đánh dấu, sửa lại rồi gửi lần nữa.',
  'base-figure.not-imported': 'Tiêu chí này không lấy số liệu từ khảo sát hoặc nguồn ngoài, nên không nhập ở đây.',
  'audit.seal-unknown': 'Không có niêm phong nào có gốc này. Hãy kiểm tra lại từng ký tự, hoặc quét lại mã. Nếu gốc được chép từ biên nhận hay kết quả đã công bố, hãy giữ bản đó và báo cơ quan thanh tra.',
  'audit.too-many-lines': 'Nhiều dòng hơn một tệp chứa được (50.000 dòng). Hãy thu hẹp khoảng thời gian hoặc chọn một việc rồi xuất lại.',
  'receipt.unknown': 'Không có biên nhận nào mang số này. Hãy kiểm tra lại số, hoặc quét lại mã trên biên nhận.',
  'result.none': 'Chưa có kết quả được công bố cho kỳ này.',
  'council.items-open': 'Hội đồng còn nội dung chưa kết luận. Hãy kết luận các nội dung được nêu trước.',
  'council.item-closed': 'Nội dung này đã được Hội đồng kết luận nên không đổi được nữa.',
  'council.phase-closed': 'Hiện không phải lúc Hội đồng làm việc về nội dung này. Hãy xem thời gian của giai đoạn trong kỳ đánh giá.',
  'council.not-entitled': 'Bạn không có tên trong danh sách được biểu quyết nội dung này.',
  'council.already-open': 'Tiêu chí này đã được đưa ra Hội đồng và chưa kết luận. Hãy xem trong danh sách của Hội đồng.',
  'council.tie': 'Các phương án dẫn đầu có số phiếu bằng nhau. Chủ tịch Hội đồng hãy chọn một trong các phương án đó và ghi lý do.',
  'council.proposal-unknown': 'Phương án này không thuộc nội dung đang biểu quyết. Hãy tải lại trang rồi chọn lại.',
  'council.blind-off': 'Kỳ này không dùng thẩm định độc lập. Sở Nội vụ hoặc Chủ tịch Hội đồng bật ở trang Hội đồng trước.',
  'council.blind-exists': 'Nội dung này đã được giao thẩm định độc lập. Hãy tải lại trang để xem.',
  'council.blind-none': 'Nội dung này không còn thẩm định độc lập nào đang mở. Hãy tải lại trang để xem.',
  'council.blind-open': 'Hai thành viên đang thẩm định độc lập nội dung này. Biểu quyết mở khi cả hai đã gửi kết quả.',
  'council.blind-given': 'Bạn đã gửi kết quả thẩm định độc lập. Kết quả đã gửi không sửa được.',
  'council.blind-not-yours': 'Nội dung này được giao thẩm định độc lập cho người khác.',
  'council.blind-pair': 'Thẩm định độc lập cần đúng hai thành viên được biểu quyết nội dung này. Hãy chọn lại.',
  'council.blind-appraiser': 'Còn thành viên không thuộc cơ quan đã thẩm định tiêu chí. Hãy chọn trong số đó.',
  'council.blind-points': 'Tiêu chí này chưa tính được điểm từ số liệu trước khi tổng hợp. Hãy giao điểm kèm lý do.',
  'council.vote-begun': 'Đã có người biểu quyết hoặc đề xuất phương án, nên không giao thẩm định độc lập được nữa.',
  'council.chair-there': 'Hội đồng có Chủ tịch không thuộc cơ quan này, nên không cử người chủ trì thay.',
  'council.chair-unfit': 'Người chủ trì thay phải là ủy viên Hội đồng không thuộc cơ quan này. Hãy chọn lại.',
  'petition.phase-closed': 'Hiện không phải lúc kiến nghị. Cơ quan kiến nghị trong thời gian của giai đoạn công bố kết quả sơ bộ.',
  'petition.settled': 'Kiến nghị này đã nộp hoặc đã được trả lời nên không đổi được nữa. Hãy tải lại trang để xem.',
  'survey.state-illegal': 'Đợt khảo sát không ở trạng thái cho phép việc này. Hãy tải lại trang để xem trạng thái hiện tại.',
  'survey.not-ready': 'Chưa mở được đợt khảo sát vì còn thiếu các mục được nêu. Hãy bổ sung rồi mở lại.',
  'survey.not-open': 'Đợt khảo sát chưa mở. Hãy quay lại khi đến ngày mở.',
  'survey.closed': 'Đợt khảo sát đã kết thúc nên không nhận thêm phiếu. Cảm ơn Ông/Bà đã quan tâm.',
  'survey.link-unknown': 'Không có phiếu khảo sát ở địa chỉ này. Hãy quét lại mã QR hoặc kiểm tra lại đường dẫn.',
  'survey.device-unknown': 'Thiết bị này chưa được đăng ký hoặc đã bị thu hồi. Hãy liên hệ Sở Nội vụ để đăng ký lại.',
  'survey.invitation-unknown': 'Mã mời này không có hoặc đã được thay bằng mã khác. Hãy kiểm tra lại mã trong thư mời.',
  'survey.invitation-spent': 'Mã mời này đã được dùng để gửi phiếu. Mỗi người trả lời một lần.',
  'survey.ballot-false': 'Lá phiếu không hợp lệ nên không được nhận. Hãy mở lại đường dẫn trong thư mời rồi gửi lại.',
  'survey.form-invalid': 'Phiếu còn câu chưa trả lời hoặc trả lời chưa đúng. Hãy xem câu được đánh dấu rồi gửi lại.',
  'survey.questionnaire-invalid': 'Phiếu khảo sát có chỗ chưa đúng. Hãy sửa các chỗ được nêu rồi lưu lại.',
  'survey.questionnaire-issued': 'Phiên bản này đã ban hành nên không sửa được. Hãy tạo phiên bản mới.',
  'survey.too-few': 'Có quá ít phiếu nên kết quả này không được hiển thị, để không ai đoán được câu trả lời của một người.',
  'survey.criterion-unsuited': 'Tiêu chí được chọn không lấy được điểm từ các câu hỏi này. Hãy xem chỗ được nêu và chọn lại.',
  'survey.proposal-settled': 'Đề xuất này đã được quyết định hoặc đã được thay bằng đề xuất mới. Hãy tải lại trang để xem.',
} as const satisfies Record<ProblemCode, string | ((params: Params) => string)>;

/** The sentence for a refusal, with its figures where it was given any. */
export function problemDetail(code: ProblemCode, params: Params = {}): string {
  const words: string | ((given: Params) => string) = WORDS[code];
  return typeof words === 'string' ? words : words(params);
}
