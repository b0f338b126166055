import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type CampaignView, countedQuestions, type MappingsView, type SurveyMapping } from '@par-index/contract';
import { formWords } from '../../ui/survey-form/form-text';

/** Which questions and which people feed which survey criterion. */
@Component({
  selector: 'par-campaign-mapping',
  imports: [MatButton],
  template: `
    <div class="scroll panel" tabindex="0" role="region" aria-label="Câu hỏi của từng tiêu chí" i18n-aria-label>
      <table>
        <thead><tr><th scope="col" i18n>Tiêu chí</th><th scope="col" i18n>Câu hỏi</th><th scope="col" i18n>Người trả lời</th></tr></thead>
        <tbody>
          @for (line of lines(); track line.key) {
            <tr>
              <th scope="row">{{ line.groupName }} · {{ line.code }} {{ line.title }}</th>
              <td>
                <select #asked multiple class="control" size="4" [disabled]="!editable()" [attr.aria-label]="questionWords + ' ' + line.code" (change)="choose(line.key, 'questions', asked)">
                  @for (question of questions(); track question.key) { <option [value]="question.key" [selected]="line.questions.includes(question.key)">{{ question.text }}</option> }
                </select>
              </td>
              <td>
                <select #people multiple class="control" size="4" [disabled]="!editable()" [attr.aria-label]="peopleWords + ' ' + line.code" (change)="choose(line.key, 'groups', people)">
                  @for (group of campaign().groups; track group.code) { <option [value]="group.code" [selected]="line.groups.includes(group.code)">{{ group.name }}</option> }
                </select>
              </td>
            </tr>
          } @empty {
            <tr><td colspan="3" i18n>Kỳ đánh giá không có tiêu chí điều tra xã hội học.</td></tr>
          }
        </tbody>
      </table>
    </div>
    <p class="muted small" i18n>Giữ Ctrl để chọn nhiều. Không chọn nhóm nào là lấy mọi nhóm.</p>
    @if (editable()) {
      <div><button type="button" matButton="outlined" [disabled]="busy()" (click)="write()" i18n>Lưu câu hỏi của tiêu chí</button></div>
    }
  `,
  styles: `:host { display: grid; gap: var(--space-3); } select { min-width: 240px; max-width: 480px; } td, th { vertical-align: top; }`,
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignMapping {
  readonly campaign = input.required<CampaignView>();
  readonly view = input.required<MappingsView>();
  readonly editable = input(false);
  readonly busy = input(false);
  readonly written = output<readonly SurveyMapping[]>();

  protected readonly questionWords = $localize`Câu hỏi của tiêu chí`;
  protected readonly peopleWords = $localize`Người trả lời của tiêu chí`;
  protected readonly questions = computed(() =>
    countedQuestions(this.campaign().questionnaire).map(({ key, question, itemId }) => ({
      key,
      text: formWords((question.kind === 'matrix' ? question.items.find(({ id }) => id === itemId)?.text : undefined) ?? question.text),
    })),
  );
  protected readonly lines = linkedSignal(() =>
    this.view().choices.flatMap(({ agencyGroup, groupName, criteria }) =>
      criteria.map(({ code, title }) => {
        const mapping = this.view().mappings.find((one) => one.agencyGroup === agencyGroup && one.code === code);
        return { key: `${agencyGroup}/${code}`, agencyGroup, groupName, code, title, questions: mapping?.questions ?? [], groups: mapping?.groups ?? [] };
      }),
    ),
  );

  protected choose(key: string, field: 'questions' | 'groups', box: HTMLSelectElement): void {
    const values = [...box.selectedOptions].map(({ value }) => value);
    this.lines.update((lines) => lines.map((line) => (line.key === key ? { ...line, [field]: values } : line)));
  }

  protected write(): void {
    this.written.emit(this.lines().filter(({ questions }) => questions.length > 0).map(({ agencyGroup, code, questions, groups }) => ({ agencyGroup, code, questions, groups })));
  }
}
