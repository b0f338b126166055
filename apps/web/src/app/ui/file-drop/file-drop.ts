import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { FieldError } from '../feedback/field-error';
import { Icon } from '../icon/icon';
import { fileRefusal, sizeInWords } from './file-check';

/** A place to drop a file on, and a button for those who do not drag. What is refused is said here and stays until the next try. */
@Component({
  selector: 'par-file-drop',
  imports: [FieldError, Icon],
  templateUrl: './file-drop.html',
  styleUrl: './file-drop.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileDrop {
  readonly label = input.required<string>();
  readonly accept = input.required<readonly string[]>();
  readonly maxBytes = input.required<number>();
  readonly multiple = input(false);
  /** 0…1 while a file is under way, else null. */
  readonly progress = input<number | null>(null);
  readonly chosen = output<readonly File[]>();

  protected readonly over = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly types = computed(() => this.accept().join(', '));
  protected readonly limit = computed(() => sizeInWords(this.maxBytes()));

  /** Without this the browser would open the file in the place of the page. */
  protected allowDrop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected pick(box: HTMLInputElement): void {
    this.take([...(box.files ?? [])]);
    box.value = '';
  }

  private take(files: readonly File[]): void {
    const wanted = this.multiple() ? files : files.slice(0, 1);
    const judged = wanted.map((file) => ({ file, refusal: fileRefusal(file, { accept: this.accept(), maxBytes: this.maxBytes() }) }));
    this.refusals.set(judged.flatMap(({ refusal }) => refusal ?? []));
    const taken = judged.filter(({ refusal }) => refusal === null).map(({ file }) => file);
    if (taken.length > 0) {
      this.chosen.emit(taken);
    }
  }
}
