/** The rules of so-ban-nganh-2026 as its agencies read them; choices and surveys, which print their options, are left out. */
export const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  '1.1.1': [
    'Số liệu: Số ngày ban hành chậm so với thời hạn (đúng hạn ghi 0) (ngày)',
    '0 ngày: 0,5 điểm; trên 0 đến 10 ngày: 0,25 điểm; trên 10 ngày: 0 điểm',
  ],
  '1.1.2': [
    'Đạt tất cả 4 nội dung: 1 điểm; thiếu một nội dung: 0 điểm',
    'Bao quát đầy đủ các lĩnh vực cải cách hành chính',
    'Mỗi nhiệm vụ có sản phẩm cụ thể, đo đếm được',
    'Phân công rõ người chịu trách nhiệm và thời hạn hoàn thành',
    'Bố trí kinh phí thực hiện',
  ],
  '1.1.3': [
    'Tỷ lệ = Số nhiệm vụ hoàn thành / Số nhiệm vụ trong kế hoạch × 100%',
    '100%: 1,5 điểm; từ 80% đến dưới 100%: tỷ lệ × 1,5 điểm; dưới 80%: 0 điểm',
  ],
  '1.2': [
    'Mỗi báo cáo gửi chậm trừ 0,25 điểm',
    'Mỗi báo cáo thiếu nội dung theo hướng dẫn trừ 0,25 điểm',
    'Mỗi báo cáo không gửi trừ 0,5 điểm',
    'Tất cả trừ không quá 1,5 điểm',
  ],
  '1.3.1': [
    'Tỷ lệ = Số phòng, đơn vị đã kiểm tra / Tổng số phòng, đơn vị trực thuộc × 100%',
    'Từ 50% trở lên: 1 điểm; từ 30% đến dưới 50%: 0,5 điểm; dưới 30%: 0 điểm',
  ],
  '1.3.2': [
    'Tỷ lệ = Số tồn tại đã khắc phục xong / Số tồn tại phải khắc phục trong năm × 100%',
    '100%: 1 điểm; từ 70% đến dưới 100%: tỷ lệ × 1 điểm; dưới 70%: 0 điểm',
  ],
  '1.4.1': [
    'Tỷ lệ = Số nhiệm vụ tuyên truyền hoàn thành / Số nhiệm vụ tuyên truyền theo kế hoạch × 100%',
    '100%: 0,5 điểm; từ 80% đến dưới 100%: tỷ lệ × 0,5 điểm; dưới 80%: 0 điểm',
  ],
  '1.4.2': [
    'Mỗi tin, bài trên báo, đài hoặc cổng thông tin của tỉnh tính 0,05 điểm, tính tối đa 0,25 điểm',
    'Mỗi phim ngắn, đồ họa thông tin hoặc chuyên mục số tính 0,1 điểm, tính tối đa 0,2 điểm',
    'Mỗi hội nghị, tọa đàm hoặc cuộc thi tính 0,1 điểm, tính tối đa 0,2 điểm',
    'Tổng cộng không quá 0,5 điểm',
  ],
  '1.5.1': [
    'Mỗi sáng kiến được công nhận cấp tỉnh tính 1 điểm',
    'Mỗi sáng kiến được công nhận phạm vi toàn quốc tính 2 điểm',
    'Tổng cộng không quá 2 điểm',
  ],
  '1.6.1': [
    'Tỷ lệ = Số nhiệm vụ hoàn thành đúng hạn / Số nhiệm vụ đến hạn trong năm × 100%',
    '100%: 1,5 điểm; từ 85% đến dưới 100%: tỷ lệ × 1,5 điểm; dưới 85%: 0 điểm',
  ],
  '1.6.2': ['Mỗi nhiệm vụ quá hạn chưa hoàn thành trừ 0,1 điểm, trừ tối đa 0,5 điểm'],
  '2.1.1': [
    'Tỷ lệ = Số văn bản trình đúng tiến độ / Số văn bản được giao trình trong năm × 100%',
    '100%: 1,5 điểm; từ 70% đến dưới 100%: tỷ lệ × 1,5 điểm; dưới 70%: 0 điểm',
  ],
  '2.1.2': [
    'Cộng điểm các nội dung đạt, tối đa 1 điểm',
    'Đánh giá tác động của chính sách: 0,25 điểm',
    'Đăng tải và lấy ý kiến đối tượng chịu tác động: 0,25 điểm',
    'Gửi thẩm định đủ hồ sơ: 0,25 điểm',
    'Giải trình, tiếp thu ý kiến thẩm định: 0,25 điểm',
  ],
  '2.1.3': ['Mỗi hồ sơ bị cơ quan thẩm định trả lại trừ 0,25 điểm, trừ tối đa 0,5 điểm'],
  '2.2.2': [
    'Tỷ lệ = Số văn bản đã xử lý hoặc đã kiến nghị xử lý / Số văn bản phải xử lý sau rà soát × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '2.3.1': [
    'Cộng điểm các nội dung đạt, tối đa 0,5 điểm',
    'Ban hành kế hoạch đúng hạn: 0,25 điểm',
    'Gửi báo cáo đúng hạn, đủ nội dung: 0,25 điểm',
  ],
  '2.3.2': [
    'Tỷ lệ = Số kiến nghị đã xử lý / Số kiến nghị phải xử lý × 100%',
    '100%: 1 điểm; từ 70% đến dưới 100%: tỷ lệ × 1 điểm; dưới 70%: 0 điểm',
  ],
  '2.4.1': ['Mỗi văn bản bị kết luận trái pháp luật trừ 0,5 điểm, trừ tối đa 1 điểm'],
  '3.1.1': [
    'Tỷ lệ = Số thủ tục đã rà soát, có phương án / Số thủ tục phải rà soát theo kế hoạch × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '3.1.2': [
    'Tỷ lệ = Số thủ tục được cắt giảm từ 30% thời gian trở lên / Tổng số thủ tục thuộc phạm vi quản lý × 100%',
    'Dưới 20%: 0 điểm; từ 20% đến dưới 50%: nội suy từ 0,5 đến 1,5 điểm; từ 50% trở lên: 1,5 điểm',
  ],
  '3.2.1': [
    'Tỷ lệ = Số quyết định trình công bố đúng hạn / Số quyết định phải trình công bố × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '3.2.2': [
    'Tỷ lệ = Số thủ tục cập nhật đúng hạn, đúng nội dung / Số thủ tục phải cập nhật × 100%',
    '100%: 1 điểm; từ 95% đến dưới 100%: tỷ lệ × 1 điểm; dưới 95%: 0 điểm',
  ],
  '3.2.3': [
    'Cộng điểm các nội dung đạt, tối đa 1 điểm',
    'Niêm yết hoặc tra cứu điện tử tại nơi tiếp nhận: 0,25 điểm',
    'Đăng trên trang thông tin điện tử của cơ quan: 0,25 điểm',
    'Có mã QR dẫn tới từng thủ tục: 0,25 điểm',
    'Công khai địa chỉ tiếp nhận phản ánh, kiến nghị: 0,25 điểm',
  ],
  '3.3.1': [
    'Tỷ lệ = Số thủ tục tiếp nhận tại Trung tâm / Số thủ tục thuộc diện phải tiếp nhận × 100%',
    '100%: 1 điểm; từ 90% đến dưới 100%: tỷ lệ × 1 điểm; dưới 90%: 0 điểm',
  ],
  '3.3.3': [
    'Tỷ lệ = Số thủ tục liên thông có phát sinh và đã giải quyết / Số thủ tục liên thông đã công bố × 100%',
    'Từ 80% trở lên: 0,5 điểm; dưới 80%: tỷ lệ / 80% × 0,5 điểm',
  ],
  '3.4.1': [
    'Tỷ lệ = Số hồ sơ giải quyết đúng hạn và trước hạn / Tổng số hồ sơ đã giải quyết × 100%',
    'Dưới 90%: 0 điểm; từ 90% đến dưới 98%: nội suy từ 1 đến 2,5 điểm; từ 98% trở lên: 3 điểm',
  ],
  '3.4.2': ['Tỷ lệ = Số hồ sơ quá hạn có thư xin lỗi / Số hồ sơ quá hạn × 100%', '100%: 0,5 điểm; dưới 100%: 0 điểm'],
  '3.4.3': [
    'Tỷ lệ = Số hồ sơ yêu cầu bổ sung quá một lần / Tổng số hồ sơ đã tiếp nhận × 100%',
    'Từ 1% trở xuống: 1 điểm; trên 1% đến 3%: 0,5 điểm; trên 3%: 0 điểm',
  ],
  '3.5.1': [
    'Tỷ lệ = Số phản ánh, kiến nghị xử lý đúng hạn / Số phản ánh, kiến nghị thuộc thẩm quyền × 100%',
    '100%: 1 điểm; từ 90% đến dưới 100%: tỷ lệ × 1 điểm; dưới 90%: 0 điểm',
  ],
  '3.5.2': [
    'Tỷ lệ = Số kết quả trả lời đã công khai / Số kết quả phải công khai × 100%',
    '100%: 0,5 điểm; từ 80% đến dưới 100%: tỷ lệ × 0,5 điểm; dưới 80%: 0 điểm',
  ],
  '3.6': [
    'Số liệu: Điểm trung bình năm trên Cổng Dịch vụ công quốc gia (điểm)',
    '100 điểm: 1 điểm; dưới 100 điểm: giá trị / 100 × 1 điểm',
  ],
  '4.1.2': [
    'Tỷ lệ = Số phòng, đơn vị bảo đảm tiêu chí / Tổng số phòng, đơn vị × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '4.3.2': [
    'Số liệu: Số xã, phường được kiểm tra trong năm (đơn vị)',
    'Từ 10 đơn vị trở lên: 0,75 điểm; từ 5 đến dưới 10 đơn vị: 0,5 điểm; trên 0 đến dưới 5 đơn vị: 0,25 điểm; 0 đơn vị: 0 điểm',
  ],
  '4.4': [
    'Tính theo trường hợp có điểm cao nhất',
    'Cơ quan có đơn vị phải sắp xếp theo đề án: Tỷ lệ = Số đơn vị đã sắp xếp xong / Số đơn vị phải sắp xếp × 100%; 100%: 1 điểm; từ 50% đến dưới 100%: tỷ lệ × 1 điểm; dưới 50%: 0 điểm',
    'Các đơn vị đã tinh gọn từ trước: Không thành lập mới, bảo đảm tiêu chí: 1 điểm; Có thành lập mới: 0,5 điểm',
  ],
  '5.1.1': [
    'Tỷ lệ = Số công chức bố trí đúng vị trí việc làm / Tổng số công chức × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '5.1.2': [
    'Tỷ lệ = Số viên chức bố trí đúng vị trí việc làm / Tổng số viên chức × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '5.2.1': ['Mỗi trường hợp tuyển dụng sai quy định trừ 0,25 điểm, trừ tối đa 0,5 điểm'],
  '5.2.2': ['Mỗi trường hợp bổ nhiệm sai quy định trừ 0,25 điểm, trừ tối đa 0,5 điểm'],
  '5.2.3': [
    'Tỷ lệ = Số người đã chuyển đổi vị trí / Số người phải chuyển đổi theo kế hoạch × 100%',
    '100%: 0,5 điểm; từ 70% đến dưới 100%: tỷ lệ × 0,5 điểm; dưới 70%: 0 điểm',
  ],
  '5.4.1': [
    'Tỷ lệ = Số lượt người đã đào tạo, bồi dưỡng / Số lượt người theo kế hoạch × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '5.4.2': [
    'Tỷ lệ = Số người được bồi dưỡng kỹ năng số / Tổng số công chức, viên chức × 100%',
    'Từ 80% trở lên: 0,5 điểm; dưới 80%: tỷ lệ / 80% × 0,5 điểm',
  ],
  '5.5.1': [
    'Mỗi người bị khiển trách trừ 0,5 điểm',
    'Mỗi người bị cảnh cáo trở lên trừ 1 điểm',
    'Mỗi lãnh đạo cơ quan bị kỷ luật trừ 2 điểm',
    'Tất cả trừ không quá 2 điểm',
  ],
  '5.5.2': ['Chấm trực tiếp từ 0 đến 1 điểm, bước 0,25 điểm'],
  '6.1.1': [
    'Tỷ lệ = Số vốn đã giải ngân (tỷ đồng) / Kế hoạch vốn được giao (tỷ đồng) × 100%',
    'Từ 95% trở lên: 1,5 điểm; từ 80% đến dưới 95%: tỷ lệ × 1,5 điểm; dưới 80%: 0 điểm',
  ],
  '6.1.2': [
    'Tốc độ tăng = (Số chi năm đánh giá (triệu đồng) − Số chi năm trước (triệu đồng)) / Số chi năm trước (triệu đồng) × 100%',
    'Từ -10% trở xuống: 1 điểm; trên -10% đến 0%: nội suy từ 1 đến 0,5 điểm; trên 0%: 0 điểm',
  ],
  '6.2': [
    'Cộng điểm các nội dung đạt, tối đa 1 điểm',
    'Quy chế chi tiêu nội bộ còn hiệu lực, đã cập nhật: 0,5 điểm',
    'Quy chế quản lý, sử dụng tài sản công còn hiệu lực, đã cập nhật: 0,5 điểm',
  ],
  '6.3.2': [
    'Số liệu: Số ngày gửi chậm so với thời hạn (đúng hạn ghi 0) (ngày)',
    '0 ngày: 0,5 điểm; trên 0 đến 15 ngày: 0,25 điểm; trên 15 ngày: 0 điểm',
  ],
  '6.4.1': [
    'Tỷ lệ = Số đơn vị tự bảo đảm một phần trở lên / Tổng số đơn vị sự nghiệp trực thuộc × 100%',
    '100%: 0,5 điểm; từ 50% đến dưới 100%: tỷ lệ × 0,5 điểm; dưới 50%: 0 điểm',
  ],
  '6.4.2': [
    'Tốc độ tăng = (Nguồn thu năm đánh giá (triệu đồng) − Nguồn thu năm trước (triệu đồng)) / Nguồn thu năm trước (triệu đồng) × 100%',
    'Từ 10% trở lên: 0,5 điểm; từ 0% đến dưới 10%: tốc độ tăng / 10% × 0,5 điểm; dưới 0%: 0 điểm',
  ],
  '6.5.1': [
    'Tỷ lệ = Số tiền đã xử lý (triệu đồng) / Số tiền kiến nghị xử lý đến hạn (triệu đồng) × 100%',
    '100%: 1 điểm; từ 70% đến dưới 100%: tỷ lệ × 1 điểm; dưới 70%: 0 điểm',
  ],
  '6.5.2': ['Mỗi sai phạm được kết luận trong năm trừ 0,25 điểm, trừ tối đa 0,5 điểm'],
  '7.1.1': [
    'Tỷ lệ = Số nhiệm vụ hoàn thành / Số nhiệm vụ trong kế hoạch × 100%',
    '100%: 1 điểm; từ 80% đến dưới 100%: tỷ lệ × 1 điểm; dưới 80%: 0 điểm',
  ],
  '7.2.1': [
    'Tỷ lệ = Số văn bản đi ký số đủ tổ chức và cá nhân / Tổng số văn bản đi (trừ văn bản mật) × 100%',
    '100%: 1 điểm; từ 90% đến dưới 100%: tỷ lệ × 1 điểm; dưới 90%: 0 điểm',
  ],
  '7.2.2': [
    'Tỷ lệ = Số hồ sơ công việc xử lý điện tử / Tổng số hồ sơ công việc × 100%',
    'Từ 90% trở lên: 1 điểm; dưới 90%: tỷ lệ / 90% × 1 điểm',
  ],
  '7.3.1': [
    'Tỷ lệ = Số hồ sơ nộp trực tuyến toàn trình / Tổng số hồ sơ của thủ tục đã cung cấp trực tuyến × 100%',
    'Từ 80% trở lên: 1,5 điểm; dưới 80%: tỷ lệ / 80% × 1,5 điểm',
  ],
  '7.3.2': [
    'Tỷ lệ = Số hồ sơ nộp trực tuyến toàn trình / Tổng số hồ sơ của thủ tục đã cung cấp trực tuyến × 100%',
    'Điểm = tỷ lệ của cơ quan / tỷ lệ cao nhất trong nhóm × 0,5 điểm',
  ],
  '7.3.3': [
    'Tỷ lệ = Số hồ sơ thanh toán trực tuyến / Số hồ sơ có nghĩa vụ tài chính × 100%',
    'Từ 60% trở lên: 1 điểm; dưới 60%: tỷ lệ / 60% × 1 điểm',
  ],
  '7.3.4': [
    'Tỷ lệ = Số hồ sơ được số hóa thành phần và kết quả / Tổng số hồ sơ đã giải quyết × 100%',
    'Từ 90% trở lên: 1 điểm; dưới 90%: tỷ lệ / 90% × 1 điểm',
  ],
  '7.4.1': [
    'Mỗi cơ sở dữ liệu kết nối, chia sẻ qua nền tảng của tỉnh tính 0,5 điểm, tính tối đa 1 điểm',
    'Mỗi bộ dữ liệu mở được công bố và cập nhật tính 0,1 điểm, tính tối đa 0,5 điểm',
    'Tổng cộng không quá 1 điểm',
  ],
  '7.5': [
    'Cộng điểm các nội dung đạt, tối đa 1 điểm',
    'Cơ cấu tổ chức, chức năng, đầu mối liên hệ: 0,25 điểm',
    'Văn bản chỉ đạo, điều hành: 0,25 điểm',
    'Công khai tài chính, ngân sách: 0,25 điểm',
    'Hỏi đáp, tiếp nhận ý kiến có trả lời: 0,25 điểm',
    'Dùng được trên điện thoại và cho người khuyết tật: 0,25 điểm',
  ],
  '7.6': [
    'Số liệu: Điểm chỉ số chuyển đổi số (thang 100) (điểm)',
    '100 điểm: 1 điểm; dưới 100 điểm: giá trị / 100 × 1 điểm',
  ],
  '8.2': [
    'Tốc độ tăng = (Chỉ số hài lòng năm đánh giá (%) − Chỉ số hài lòng năm trước (%)) / Chỉ số hài lòng năm trước (%) × 100%',
    'Dưới 0%: 0 điểm; từ 0% đến dưới 2%: nội suy từ 0,5 đến 1 điểm; từ 2% trở lên: 1 điểm',
  ],
  '9.1': ['Mỗi sáng kiến, mô hình được công nhận hoặc nhân rộng tính 0,75 điểm, tính tối đa 1,5 điểm'],
  '9.3': [
    'Số liệu: Số điểm phần trăm vượt chỉ tiêu (điểm phần trăm)',
    'Dưới 5 điểm phần trăm: 0 điểm; từ 5 đến dưới 10 điểm phần trăm: 0,25 điểm; từ 10 điểm phần trăm trở lên: 0,5 điểm',
  ],
  '10.1': ['Mỗi ngày gửi chậm so với thời hạn tính 0,2 điểm, tính tối đa 1 điểm'],
  '10.2': ['Mỗi tài liệu bị kết luận không đúng sự thật tính 1 điểm, tính tối đa 2 điểm'],
  '10.3': ['Mỗi văn bản phê bình tính 0,5 điểm, tính tối đa 1 điểm'],
};
