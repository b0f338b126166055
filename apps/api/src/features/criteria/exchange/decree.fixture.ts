import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';

/** A cell of a table of a decision as a test writes it: its paragraphs, how many columns it covers, whether it goes on from above. */
export interface TestCell {
  readonly texts?: readonly string[];
  readonly span?: number;
  readonly merged?: 'restart' | 'continue';
}

export type TestRow = readonly (string | TestCell)[];

const cellOf = (given: string | TestCell): TableCell => {
  const { texts = [''], span = 1, merged } = typeof given === 'string' ? { texts: [given] } : given;
  return new TableCell({
    columnSpan: span,
    ...(merged === undefined ? {} : { verticalMerge: merged === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    children: texts.map((text) => new Paragraph(text)),
  });
};

/** A Word document of some paragraphs and tables. */
export function aDecree(paragraphs: readonly string[], tables: readonly (readonly TestRow[])[]): Promise<Buffer> {
  const written = tables.map((rows) => new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cellOf) })) }));
  const children = [...paragraphs.map((text) => new Paragraph(text)), ...written.flatMap((table) => [table, new Paragraph('')])];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The head of Quyết định 1880/QĐ-UBND (Cà Mau, 2013): two rows, the points of the assessment in three columns below one. */
export const CA_MAU_HEAD: readonly TestRow[] = [
  [
    { texts: ['STT'], merged: 'restart' },
    { texts: ['Lĩnh vực/Tiêu chí/TCTP'], merged: 'restart' },
    { texts: ['Điểm tối đa'], merged: 'restart' },
    { texts: ['Điểm đánh giá'], span: 3 },
    { texts: ['Điểm đạt được'], merged: 'restart' },
    { texts: ['Chỉ số'], merged: 'restart' },
    { texts: ['Ghi chú'], merged: 'restart' },
  ],
  [{ merged: 'continue' }, { merged: 'continue' }, { merged: 'continue' }, 'Tự đánh giá', 'SNV đánh giá', 'Điều tra XHH', { merged: 'continue' }, { merged: 'continue' }, { merged: 'continue' }],
];

const REST = ['', '', '', '', '', ''];

export const caMauRow = (ordinal: string | TestCell, name: string | TestCell, max: string): TestRow => [ordinal, name, max, ...REST];
