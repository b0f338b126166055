import { anchorStanding, type EvidenceAnchorView, type EvidenceFileView, type EvidenceLinkView, isPageGone } from '@par-index/contract';

/** «trang 4: Bảng 1»; without a note the page alone. */
export function anchorInWords({ page, note }: Pick<EvidenceAnchorView, 'page' | 'note'>): string {
  return note ? $localize`trang ${page}:page:: ${note}:note:` : $localize`trang ${page}:page:`;
}

/** What became of a place in the version that is shown; null where it is as it was set. */
export function standingInWords(anchor: EvidenceAnchorView, file: Pick<EvidenceFileView, 'fileVersion' | 'pages'> | null): string | null {
  const words = {
    'current': null,
    'other-version': $localize`đặt trên phiên bản ${anchor.fileVersion}:version:, cần xem lại`,
    'page-gone': $localize`trang không còn trong phiên bản mới`,
  };
  return words[anchorStanding(anchor, file)];
}

/** «trang không còn trong phiên bản này (tệp có 3 trang)» of a stated page; null where the page is there. */
export function pageGoneInWords(page: number | null, file: Pick<EvidenceFileView, 'pages'> | null): string | null {
  return file && isPageGone(page, file.pages) ? $localize`trang không còn trong phiên bản này (tệp có ${file.pages}:pages: trang)` : null;
}

/** «Đã có phiên bản 3; hồ sơ giữ phiên bản 2 đã nộp.» of a link whose file has been replaced since; null where it is the newest. */
export function newerVersionInWords({ newerFileVersion, document: { file } }: EvidenceLinkView): string | null {
  return newerFileVersion === null || file === null ? null : $localize`Đã có phiên bản ${newerFileVersion}:newer:; hồ sơ giữ phiên bản ${file.fileVersion}:pinned: đã nộp.`;
}
