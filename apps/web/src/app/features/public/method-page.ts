import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader } from '../../ui/page-header/page-header';

/** How an index comes about, in plain words. */
@Component({
  selector: 'par-method-page',
  imports: [PageHeader, RouterLink],
  template: `
    <div class="page">
      <par-page-header heading="Chỉ số được tính như thế nào?" i18n-heading />
      <div class="reading stack">
        <p i18n>Mỗi nhóm cơ quan có một bộ tiêu chí do Ủy ban nhân dân tỉnh ban hành cho từng năm. Mỗi tiêu chí có điểm tối đa và cách tính điểm.</p>
        <ol>
          <li i18n>Cơ quan tự đánh giá: khai số liệu và gửi tài liệu kiểm chứng.</li>
          <li i18n>Cơ quan phụ trách lĩnh vực thẩm định từng tiêu chí. Không ai thẩm định cơ quan của mình.</li>
          <li i18n>Một số tiêu chí lấy từ khảo sát người dân, doanh nghiệp và lãnh đạo.</li>
          <li i18n>Cộng điểm của mọi tiêu chí. Tiêu chí không áp dụng được đưa ra khỏi điểm tối đa.</li>
          <li i18n>Chỉ số = (điểm đạt + điểm thưởng − điểm phạt) chia cho điểm tối đa áp dụng, nhân 100, làm tròn một lần.</li>
          <li i18n>Xếp hạng trong từng nhóm theo chỉ số. Bằng nhau thì cùng hạng, hạng kế tiếp được bỏ qua.</li>
        </ol>
        <p i18n>Mỗi lần công bố được lưu nguyên vẹn kèm mã băm SHA-256. Kết quả tính lại từ dữ liệu đã lưu phải trùng khớp.</p>
        <p><a routerLink="/public" i18n>Về bảng xếp hạng</a></p>
      </div>
    </div>
  `,
  styleUrl: './public-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodPage {}
