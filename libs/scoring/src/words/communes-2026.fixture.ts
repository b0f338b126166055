/** The rules of xa-phuong-2026 as its agencies read them; choices and surveys, which print their options, are left out. */
export const COMMUNES: Readonly<Record<string, readonly string[]>> = {
  '1.1.1': [
    'Cộng điểm các nội dung đạt, tối đa 1 điểm',
    'Ban hành trong thời hạn UBND tỉnh quy định: 0,5 điểm',
    'Nhiệm vụ có sản phẩm, thời hạn và người chịu trách nhiệm: 0,25 điểm',
    'Có bố trí kinh phí: 0,25 điểm',
  ],
  '1.1.2': [
    'Tỷ lệ = Số nhiệm vụ hoàn thành / Số nhiệm vụ trong kế hoạch × 100%',
    '100%: 3 điểm; từ 90% đến dưới 100%: 2 điểm; từ 70% đến dưới 90%: nội suy từ 0,5 đến 1,5 điểm; dưới 70%: 0 điểm',
  ],
  '1.2': [
    'Mỗi báo cáo gửi chậm hoặc thiếu nội dung trừ 0,5 điểm',
    'Mỗi báo cáo không gửi trừ 1 điểm',
    'Tất cả trừ không quá 2 điểm',
  ],
  '1.3.1': [
    'Mỗi chuyên mục trên hệ thống truyền thanh cơ sở tính 0,1 điểm, tính tối đa 0,4 điểm',
    'Mỗi tin, bài trên trang của xã, phường và mạng xã hội tính 0,05 điểm, tính tối đa 0,4 điểm',
    'Mỗi buổi tuyên truyền tại thôn, tổ dân phố tính 0,1 điểm, tính tối đa 0,4 điểm',
    'Tổng cộng không quá 1 điểm',
  ],
  '1.4.1': [
    'Số liệu: Số cuộc đối thoại trong năm (cuộc)',
    'Từ 2 cuộc trở lên: 1 điểm; từ 1 đến dưới 2 cuộc: 0,5 điểm; dưới 1 cuộc: 0 điểm',
  ],
  '1.4.2': [
    'Tỷ lệ = Số kiến nghị đã giải quyết / Số kiến nghị thuộc thẩm quyền × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '1.5': [
    'Tỷ lệ = Số nhiệm vụ hoàn thành đúng hạn / Số nhiệm vụ đến hạn × 100%',
    '100%: 2 điểm; từ 80% đến dưới 100%: tỷ lệ × 2 điểm; dưới 80%: 0 điểm',
  ],
  '1.6.1': [
    'Mỗi sáng kiến cấp cơ sở tính 0,5 điểm',
    'Mỗi sáng kiến cấp tỉnh tính 1 điểm',
    'Tổng cộng không quá 1 điểm',
  ],
  '2.1.1': [
    'Mỗi văn bản sai thẩm quyền hoặc trái pháp luật trừ 1 điểm',
    'Mỗi văn bản sai trình tự, thể thức phải đính chính trừ 0,25 điểm',
    'Tất cả trừ không quá 2 điểm',
  ],
  '2.2.1': [
    'Tỷ lệ = Số hoạt động hoàn thành / Số hoạt động theo kế hoạch × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '2.2.2': [
    'Tỷ lệ = Số vụ hòa giải thành / Số vụ tiếp nhận hòa giải × 100%',
    'Từ 85% trở lên: 1 điểm; dưới 85%: tỷ lệ / 85% × 1 điểm',
  ],
  '3.1.1': [
    'Tỷ lệ = Số thủ tục công khai đúng quy định / Tổng số thủ tục cấp xã × 100%',
    '100%: 2 điểm; từ 90% đến dưới 100%: tỷ lệ × 2 điểm; dưới 90%: 0 điểm',
  ],
  '3.1.2': [
    'Cộng điểm các nội dung đạt, tối đa 1 điểm',
    'Mã QR tại nơi tiếp nhận và nhà văn hóa thôn, tổ dân phố: 0,25 điểm',
    'Máy tra cứu dùng được: 0,25 điểm',
    'Mẫu đơn điền sẵn: 0,25 điểm',
    'Hướng dẫn bằng tiếng dân tộc thiểu số: 0,25 điểm',
    'Kênh nhắn tin của Trung tâm: 0,25 điểm',
  ],
  '3.2.1': [
    'Cộng điểm các nội dung đạt, tối đa 2 điểm',
    'Diện tích, chỗ ngồi chờ bảo đảm: 0,5 điểm',
    'Đủ máy tính, máy quét, đường truyền: 0,5 điểm',
    'Có hệ thống lấy số, gọi số: 0,5 điểm',
    'Người khuyết tật tiếp cận được: 0,5 điểm',
  ],
  '3.2.3': ['Mỗi ngày ngừng tiếp nhận trừ 0,5 điểm, trừ tối đa 1 điểm'],
  '3.3.1': [
    'Tỷ lệ = Số hồ sơ đúng hạn và trước hạn / Tổng số hồ sơ đã giải quyết × 100%',
    'Từ 99% trở lên: 5 điểm; từ 95% đến dưới 99%: nội suy từ 3 đến 4,5 điểm; từ 90% đến dưới 95%: 1,5 điểm; dưới 90%: 0 điểm',
  ],
  '3.3.2': [
    'Tỷ lệ = Số hồ sơ trả lại hoặc yêu cầu bổ sung / Tổng số hồ sơ tiếp nhận × 100%',
    'Từ 2% trở xuống: 2 điểm; trên 2% đến 5%: 1 điểm; trên 5%: 0 điểm',
  ],
  '3.3.3': ['Tỷ lệ = Số hồ sơ quá hạn có thư xin lỗi / Số hồ sơ quá hạn × 100%', '100%: 1 điểm; dưới 100%: 0 điểm'],
  '3.3.4': [
    'Số liệu: Điểm trung bình năm trên Cổng Dịch vụ công quốc gia (điểm)',
    '100 điểm: 1 điểm; dưới 100 điểm: giá trị / 100 × 1 điểm',
  ],
  '3.4.1': [
    'Tỷ lệ = Số xử lý đúng hạn / Số thuộc thẩm quyền × 100%',
    '100%: 2 điểm; từ 90% đến dưới 100%: tỷ lệ × 2 điểm; dưới 90%: 0 điểm',
  ],
  '3.4.2': [
    'Tỷ lệ = Số kết quả đã công khai / Số kết quả phải công khai × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '4.1.2': [
    'Tỷ lệ = Số nhiệm vụ đã tổ chức thực hiện / Số nhiệm vụ được phân cấp, phân quyền, ủy quyền × 100%',
    '100%: 2 điểm; từ 70% đến dưới 100%: tỷ lệ × 2 điểm; dưới 70%: 0 điểm',
  ],
  '4.2': ['Chấm trực tiếp từ 0 đến 2 điểm, bước 0,25 điểm'],
  '5.1.1': [
    'Tỷ lệ = Số người đạt chuẩn / Tổng số cán bộ, công chức × 100%',
    '100%: 2 điểm; từ 90% đến dưới 100%: tỷ lệ × 2 điểm; dưới 90%: 0 điểm',
  ],
  '5.2.1': [
    'Tỷ lệ = Số lượt người đã bồi dưỡng / Số lượt người theo kế hoạch × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '5.2.2': [
    'Tỷ lệ = Số người được bồi dưỡng / Tổng số cán bộ, công chức × 100%',
    'Từ 90% trở lên: 1 điểm; dưới 90%: tỷ lệ / 90% × 1 điểm',
  ],
  '5.3': [
    'Mỗi người bị khiển trách trừ 0,5 điểm',
    'Mỗi người bị cảnh cáo trở lên trừ 1 điểm',
    'Mỗi lãnh đạo UBND xã, phường bị kỷ luật trừ 2 điểm',
    'Tất cả trừ không quá 2 điểm',
  ],
  '6.1': [
    'Tỷ lệ = Số thu thực hiện (triệu đồng) / Dự toán được giao (triệu đồng) × 100%',
    'Từ 100% trở lên: 2 điểm; từ 80% đến dưới 100%: nội suy từ 0,5 đến 1,5 điểm; dưới 80%: 0 điểm',
  ],
  '6.2': [
    'Tỷ lệ = Số vốn đã giải ngân (triệu đồng) / Kế hoạch vốn (triệu đồng) × 100%',
    'Từ 95% trở lên: 2 điểm; từ 70% đến dưới 95%: tỷ lệ × 2 điểm; dưới 70%: 0 điểm',
  ],
  '6.3.2': [
    'Tính theo trường hợp có điểm cao nhất',
    'Ban hành hai quy chế riêng: Cộng điểm các nội dung đạt, tối đa 1 điểm; Quy chế chi tiêu nội bộ: 0,5 điểm; Quy chế quản lý, sử dụng tài sản công: 0,5 điểm',
    'Ban hành một quy chế chung: Đủ cả hai nội dung: 1 điểm; Thiếu một nội dung: 0,5 điểm',
  ],
  '6.3.3': [
    'Tỷ lệ = Số kiến nghị đã thực hiện / Số kiến nghị đến hạn × 100%',
    '100%: 1 điểm; từ 70% đến dưới 100%: tỷ lệ × 1 điểm; dưới 70%: 0 điểm',
  ],
  '7.1.1': [
    'Tỷ lệ = Số hồ sơ nộp trực tuyến / Tổng số hồ sơ của thủ tục đã cung cấp trực tuyến × 100%',
    'Từ 70% trở lên: 3 điểm; dưới 70%: tỷ lệ / 70% × 3 điểm',
  ],
  '7.1.2': [
    'Tốc độ tăng = (Số hồ sơ trực tuyến năm đánh giá − Số hồ sơ trực tuyến năm trước) / Số hồ sơ trực tuyến năm trước × 100%',
    'Từ 20% trở lên: 1 điểm; từ 0% đến dưới 20%: tốc độ tăng / 20% × 1 điểm; dưới 0%: 0 điểm',
  ],
  '7.1.3': [
    'Tỷ lệ = Số hồ sơ thanh toán trực tuyến / Số hồ sơ có nghĩa vụ tài chính × 100%',
    'Từ 60% trở lên: 1 điểm; dưới 60%: tỷ lệ / 60% × 1 điểm',
  ],
  '7.1.4': [
    'Tỷ lệ = Số hồ sơ được số hóa kết quả / Tổng số hồ sơ đã giải quyết × 100%',
    'Điểm = tỷ lệ của cơ quan / tỷ lệ cao nhất trong nhóm × 1 điểm',
  ],
  '7.2.1': [
    'Tỷ lệ = Số văn bản đi ký số / Tổng số văn bản đi (trừ văn bản mật) × 100%',
    '100%: 2 điểm; từ 90% đến dưới 100%: tỷ lệ × 2 điểm; dưới 90%: 0 điểm',
  ],
  '7.2.2': [
    'Đạt tất cả 2 nội dung: 1 điểm; thiếu một nội dung: 0 điểm',
    'Máy tính có phần mềm phòng, chống mã độc',
    'Có quy chế bảo đảm an toàn thông tin',
  ],
  '7.3': [
    'Cộng điểm các nội dung đạt, tối đa 2 điểm',
    'Cơ cấu tổ chức, đầu mối liên hệ: 0,5 điểm',
    'Văn bản chỉ đạo, điều hành: 0,5 điểm',
    'Công khai ngân sách: 0,5 điểm',
    'Hỏi đáp, tiếp nhận ý kiến có trả lời: 0,5 điểm',
  ],
  '7.4.1': [
    'Tỷ lệ = Số thôn, tổ dân phố có tổ hoạt động / Tổng số thôn, tổ dân phố × 100%',
    '100%: 1 điểm; dưới 100%: tỷ lệ × 1 điểm',
  ],
  '7.4.2': ['Mỗi buổi hướng dẫn tại thôn, tổ dân phố tính 0,05 điểm, tính tối đa 1 điểm'],
  '8.3': [
    'Tốc độ tăng = (Số thu năm đánh giá (triệu đồng) − Số thu năm trước (triệu đồng)) / Số thu năm trước (triệu đồng) × 100%',
    'Dưới 0%: 0 điểm; từ 0% đến dưới 10%: nội suy từ 1 đến 2 điểm; từ 10% trở lên: 2 điểm',
  ],
  '9.1': ['Mỗi mô hình được nhân rộng tính 1 điểm, tính tối đa 2 điểm'],
  '10.1': ['Mỗi ngày gửi chậm so với thời hạn tính 0,2 điểm, tính tối đa 1 điểm'],
  '10.2': ['Mỗi tài liệu bị kết luận không đúng sự thật tính 1 điểm, tính tối đa 2 điểm'],
  '10.3': ['Mỗi vụ việc bị kết luận tính 1 điểm, tính tối đa 2 điểm'],
};
