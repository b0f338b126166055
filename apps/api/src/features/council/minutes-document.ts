import { AlignmentType, convertMillimetersToTwip, Document, Header, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { inVietnamTime } from '../../platform/time/vietnam-time';
import { type MinutesContent, minutesCounts, soundText } from './minutes-content';
import { itemTable, letterhead, signatures } from './minutes-tables';

/** Decree 30/2020/NĐ-CP: Times New Roman, 13 to 14 points; margins of 20 mm above and below, 30 left and 15 right; page numbers above from page two. */
const STYLE = { default: { document: { run: { font: 'Times New Roman', size: 26, language: { value: 'vi-VN' } }, paragraph: { spacing: { before: 60, after: 60 } } } } };
const MARGIN = {
  top: convertMillimetersToTwip(20),
  bottom: convertMillimetersToTwip(20),
  left: convertMillimetersToTwip(30),
  right: convertMillimetersToTwip(15),
};
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };

/** The minutes as a Word document. */
export function minutesDocument(content: MinutesContent): Promise<Buffer> {
  const numbered = new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })] });
  const section = {
    properties: { titlePage: true, page: { size: A4, margin: MARGIN } },
    headers: { default: numbered, first: new Header({ children: [] }) },
    children: bodyOf(content),
  };
  return Packer.toBuffer(new Document({ title: `Biên bản Hội đồng thẩm định năm ${content.year}`, styles: STYLE, sections: [section] }));
}

function bodyOf(content: MinutesContent): readonly (Paragraph | Table)[] {
  const { items, members } = content;
  return [
    letterhead(content),
    centred('BIÊN BẢN'),
    centred(`Họp Hội đồng thẩm định chỉ số cải cách hành chính năm ${content.year}`),
    plain(`${content.cycleTitle}. Số liệu lấy từ cơ sở dữ liệu lúc ${inVietnamTime(content.writtenAt)}.`),
    heading('I. Thành phần'),
    ...members.map(({ name, isChair, agency }, index) => plain(`${index + 1}. ${name}, ${isChair ? 'Chủ tịch Hội đồng' : 'Thành viên'}, ${agency}`)),
    heading('II. Nội dung và kết quả biểu quyết'),
    ...(items.length === 0 ? [plain('Không có nội dung nào.')] : [itemTable(items)]),
    ...content.omitted.map((agency) => plain(`Bản này không gồm nội dung của ${agency}, là cơ quan của người lấy biên bản.`)),
    heading('III. Tổng hợp'),
    ...summaryOf(content).map(plain),
    signatures(),
  ];
}

function summaryOf({ items }: MinutesContent): readonly string[] {
  const { all, open, majority, chair, stands } = minutesCounts(items);
  return [
    `Tổng số nội dung: ${all}; đã kết luận: ${all - open}; chưa kết luận: ${open}.`,
    `Thông qua theo đa số: ${majority}; Chủ tịch Hội đồng quyết định khi số phiếu bằng nhau: ${chair}; giữ kết quả thẩm định: ${stands}.`,
  ];
}

const centred = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true, size: 28 })] });
const heading = (text: string): Paragraph => new Paragraph({ keepNext: true, children: [new TextRun({ text, bold: true })] });
const plain = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.JUSTIFIED, children: [new TextRun(soundText(text))] });
