import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { type LineFinding, markedLines } from './marked-lines';

/** A file with its findings under the lines that they are about. */
@Component({
  selector: 'par-marked-file',
  imports: [Icon, NumberPipe],
  templateUrl: './marked-file.html',
  styleUrl: './marked-file.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkedFile {
  readonly text = input.required<string>();
  readonly findings = input.required<readonly LineFinding[]>();

  protected readonly lines = computed(() => markedLines(this.text(), this.findings()));
}
