import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type FormOption, type FormText, type Question, QUESTION_KINDS, type Questionnaire, type QuestionKind } from '@par-index/contract';
import { optionsOf, type QuestionPlace, withMovedQuestion, withNewQuestion, withNewSection, withQuestion } from './questionnaire-change';
import { TextPair } from './text-pair';

/** Sections and questions of a draft, in both languages. What is wrong is said by the page. */
@Component({
  selector: 'par-questionnaire-editor',
  imports: [MatButton, TextPair],
  templateUrl: './questionnaire-editor.html',
  styles: `
    :host { display: grid; gap: var(--space-4); }
    fieldset { display: grid; gap: var(--space-3); min-width: 0; margin: 0; padding: var(--space-3); border: 1px solid var(--line); border-radius: var(--radius); }
    legend { font-weight: 600; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionnaireEditor {
  readonly document = input.required<Questionnaire>();
  readonly changed = output<Questionnaire>();

  protected readonly kinds = QUESTION_KINDS;
  protected readonly kindWords = KIND_WORDS;
  protected readonly optionWords = { vi: $localize`Lựa chọn, mỗi dòng một lựa chọn`, en: $localize`Lựa chọn bằng tiếng Anh` };

  protected rename(field: 'title' | 'intro', text: FormText): void {
    this.changed.emit({ ...this.document(), [field]: text });
  }

  protected renameSection(at: number, title: FormText): void {
    this.changed.emit({ ...this.document(), sections: this.document().sections.map((section, place) => (place === at ? { ...section, title } : section)) });
  }

  protected removeSection(at: number): void {
    this.changed.emit({ ...this.document(), sections: this.document().sections.filter((_, place) => place !== at) });
  }

  protected addSection(): void {
    this.changed.emit(withNewSection(this.document()));
  }

  protected add(section: number, kind: string): void {
    this.changed.emit(withNewQuestion(this.document(), section, kind as QuestionKind));
  }

  protected write(place: QuestionPlace, question: Question | null): void {
    this.changed.emit(withQuestion(this.document(), place, question));
  }

  protected move(place: QuestionPlace, by: -1 | 1): void {
    this.changed.emit(withMovedQuestion(this.document(), place, by));
  }

  protected optionsOf(question: Question): readonly FormOption[] | null {
    return 'options' in question ? question.options : null;
  }

  protected linesOf(options: readonly FormOption[], language: 'vi' | 'en'): string {
    return options.map(({ label }) => label[language]).join('\n');
  }

  protected withOptions(question: Question, lines: string, language: 'vi' | 'en'): Question {
    return 'options' in question ? { ...question, options: optionsOf(question.options, lines, language) } : question;
  }

  protected condition({ when }: Question): string {
    const [first] = when ?? [];
    return first ? `${first.question}=${first.oneOf.join(',')}` : '';
  }

  /** `question=option,option`; empty: always shown. */
  protected withCondition(question: Question, typed: string): Question {
    const { when: _when, ...rest } = question;
    const [asked = '', options = ''] = typed.split('=');
    const oneOf = options.split(',').map((one) => one.trim()).filter((one) => one !== '');
    return (typed.trim() === '' ? rest : { ...rest, when: [{ question: asked.trim(), oneOf }] }) as Question;
  }
}

const KIND_WORDS: Readonly<Record<QuestionKind, string>> = {
  single: $localize`Chọn một`,
  multiple: $localize`Chọn nhiều`,
  scale: $localize`Thang năm mức`,
  matrix: $localize`Bảng các cơ quan`,
  text: $localize`Viết góp ý`,
  service: $localize`Chọn dịch vụ`,
  office: $localize`Chọn cơ quan`,
};
