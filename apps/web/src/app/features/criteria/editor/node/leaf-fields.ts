import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FieldError } from '../../../../ui/feedback/field-error';
import type { Problems } from '../checks/problems';
import { DraftDesk } from '../draft-desk';
import { type Fields, partOf, textOf, withMember, withOptionalText } from '../draft/fields';
import { NOT_APPLICABLE, SOURCES } from './node-words';

/** Of a leaf: who answers, with which evidence, by which guidance, and what happens where it does not apply. */
@Component({
  selector: 'par-leaf-fields',
  imports: [FieldError],
  templateUrl: './leaf-fields.html',
  styleUrl: './leaf-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeafFields {
  private readonly desk = inject(DraftDesk);

  readonly node = input.required<Fields>();
  readonly problems = input.required<Problems>();

  protected readonly sources = SOURCES;
  protected readonly ways = NOT_APPLICABLE;
  protected readonly textOf = textOf;
  protected readonly evidence = computed(() => partOf(this.node(), 'evidence'));

  protected choose(name: 'source' | 'whenNotApplicable', value: string): void {
    const usual = value === 'self' || value === 'forbidden';
    this.desk.edit((node) => withMember(node, name, usual ? undefined : value), $localize`sửa nguồn, cách áp dụng`);
  }

  protected guide(text: string): void {
    this.desk.edit((node) => withOptionalText(node, 'guidance', text), $localize`sửa hướng dẫn`, 'guidance');
  }

  protected require(wanted: Event): void {
    const required = (wanted.target as HTMLInputElement).checked ? true : undefined;
    this.prove((evidence) => withMember(evidence, 'required', required));
  }

  protected hint(text: string): void {
    this.prove((evidence) => withOptionalText(evidence, 'hint', text), 'hint');
  }

  private prove(change: (evidence: Fields) => Fields, key?: string): void {
    const said = (evidence: Fields): Fields | undefined => (Object.keys(evidence).length === 0 ? undefined : evidence);
    this.desk.edit((node) => withMember(node, 'evidence', said(change(partOf(node, 'evidence')))), $localize`sửa tài liệu kiểm chứng`, key);
  }
}
