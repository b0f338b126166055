import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { DOCUMENT_KINDS, DOCUMENT_USES, type DocumentKind, type DocumentUseFilter, type LibraryDocumentView, type Page } from '@par-index/contract';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import type { Column } from '../../ui/data-table/table-order';
import { documentInWords, usesInWords } from '../../ui/document-viewer/document-words';
import { dayInWords } from '../../ui/format/date-words';
import { NumberPipe } from '../../ui/format/number-pipes';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { KIND_WORDS, kindOf } from './kind-words';
import { LibraryApi } from './library-api';

/** Every document of the own agency, and what it supports in which cycle. */
@Component({
  selector: 'par-library-page',
  imports: [Cell, DataTable, EmptyState, LoadState, NumberPipe, PageHeader, Pager, RouterLink, SearchBox],
  templateUrl: './library-page.html',
  styleUrl: './library-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LibraryPage {
  private readonly api = inject(LibraryApi);
  private readonly current = inject(CurrentCycle);

  protected readonly search = signal('');
  protected readonly year = signal('');
  protected readonly kind = signal<DocumentKind | ''>('');
  protected readonly use = signal<DocumentUseFilter | ''>('');
  protected readonly kinds = DOCUMENT_KINDS.map((kind) => ({ kind, words: KIND_WORDS[kind] }));
  /** Those of the cycles, and the year before the first. */
  protected readonly years = computed(() => {
    const known = this.current.cycles().map(({ year }) => year);
    return [...new Set([...known, ...(known.length > 0 ? [Math.min(...known) - 1] : [])])].toSorted((one, other) => other - one);
  });
  private readonly filter = computed(() => ({ search: this.search(), year: this.year(), kind: this.kind(), use: this.use() }));
  protected readonly page = linkedSignal({ source: this.filter, computation: () => 1 });
  protected readonly loaded = rxResource({ params: () => ({ ...this.filter(), page: this.page() }), stream: ({ params }) => this.api.list(params) });
  /** Stays while the next one is on its way. */
  protected readonly list = linkedSignal<Page<LibraryDocumentView> | undefined, Page<LibraryDocumentView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });

  protected chooseKind(value: string): void {
    this.kind.set(DOCUMENT_KINDS.find((kind) => kind === value) ?? '');
  }

  protected chooseUse(value: string): void {
    this.use.set(DOCUMENT_USES.find((use) => use === value) ?? '');
  }

  protected readonly keyOf = ({ id }: LibraryDocumentView): string => id;
  protected readonly documentWords = documentInWords;
  protected readonly columns: readonly Column<LibraryDocumentView>[] = [
    { id: 'title', head: $localize`Tài liệu`, value: ({ title }) => title, wide: true },
    { id: 'issuedOn', head: $localize`Ngày ban hành`, text: ({ issuedOn }) => (issuedOn === null ? '—' : dayInWords(issuedOn)), value: ({ issuedOn }) => issuedOn, falling: true, oneLine: true, from: 600 },
    { id: 'kind', head: $localize`Loại`, text: (document) => KIND_WORDS[kindOf(document)], value: kindOf, oneLine: true, from: 900 },
    { id: 'version', head: $localize`Phiên bản`, align: 'number', text: ({ file }) => String(file?.fileVersion ?? '—'), from: 1200 },
    { id: 'uses', head: $localize`Dùng cho tiêu chí`, text: ({ uses }) => (uses.length === 0 ? $localize`chưa dùng` : usesInWords(uses)), value: ({ uses }) => uses.length },
  ];
}
