import { type Actor, type EvidenceAnchor, type EvidenceAnchorView, type FieldError, isBoxOnPage, isPageGone } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { EvidenceAnchorRow } from './evidence-anchor.entity';
import type { LinkRow } from './evidence-rows';

const refused = (errors: readonly FieldError[]): DomainError => new DomainError('request.invalid', {}, errors);

/** Refuses boxes that do not lie on their page, or are too small to be seen. */
export function assertBoxes(anchors: readonly EvidenceAnchor[]): void {
  const wrong = anchors.flatMap(({ box }, index) => (box === null || isBoxOnPage(box) ? [] : [index]));
  if (wrong.length > 0) {
    throw refused(wrong.map((index) => ({ pointer: `/anchors/${index}/box`, code: 'box-off-page', detail: 'Khung phải nằm trọn trong trang và đủ lớn để nhìn thấy. Hãy vẽ lại.' })));
  }
}

/** Those set before may have outlived their page; a new one may not begin without it. */
function assertPages(anchors: readonly EvidenceAnchorView[], { fileVersion: version, pages }: LinkRow): void {
  const gone = anchors.flatMap(({ page, fileVersion }, index) => (fileVersion === version && isPageGone(page, pages) ? [index] : []));
  if (gone.length > 0) {
    throw refused(gone.map((index) => ({ pointer: `/anchors/${index}/page`, code: 'page-gone', detail: `Tệp chỉ có ${String(pages)} trang. Hãy chọn lại trang.` })));
  }
}

/** An anchor that stands as it was before keeps the version on which it was set: saying it again does not mean that somebody looked at the new one. */
function versionOf(anchor: EvidenceAnchor, { anchors, fileVersion }: LinkRow): number {
  const same = anchors.find((before) => before.page === anchor.page && before.note === anchor.note.trim() && JSON.stringify(boxOf(before)) === JSON.stringify(boxOf(anchor)));
  return same?.fileVersion ?? fileVersion ?? 1;
}

const boxOf = ({ box }: EvidenceAnchor): readonly number[] | null => box && [box.x, box.y, box.width, box.height];

/** Writes the places of a link anew, in the order given; those that are new must lie in the file as it is now. */
export async function replaceAnchors(em: EntityManager, actor: Actor, link: LinkRow, anchors: readonly EvidenceAnchor[]): Promise<readonly EvidenceAnchorView[]> {
  if (link.fileVersion === null && anchors.length > 0) {
    throw new DomainError('request.invalid', {}, [{ pointer: '/anchors', code: 'no-file', detail: 'Tài liệu này không có tệp nên không đánh dấu chỗ cần xem được. Hãy ghi mục, trang bằng chữ.' }]);
  }
  const after = anchors.map(({ page, box, note, ...rest }) => ({ page, box, note: note.trim(), fileVersion: versionOf({ page, box, note, ...rest }, link) }));
  assertPages(after, link);
  await em.delete(EvidenceAnchorRow, { linkId: link.linkId });
  if (after.length > 0) {
    await em.insert(EvidenceAnchorRow, after.map(({ box, ...anchor }, position) => rowOf({ ...anchor, position, linkId: link.linkId, createdBy: actor.id }, box)));
  }
  return after;
}

type RowWithoutBox = Omit<EvidenceAnchorRow, 'id' | 'createdAt' | 'x' | 'y' | 'width' | 'height'>;

const rowOf = (anchor: RowWithoutBox, box: EvidenceAnchor['box']) => ({ ...anchor, x: box?.x ?? null, y: box?.y ?? null, width: box?.width ?? null, height: box?.height ?? null });
