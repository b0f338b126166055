import { StreamableFile } from '@nestjs/common';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const MOST_SHEET_BYTES = 5 * 1024 * 1024;

/** A workbook as a file to be saved. `name` is plain ASCII. */
export const workbookAnswer = (workbook: Buffer, name: string): StreamableFile =>
  new StreamableFile(workbook, { type: XLSX, disposition: `attachment; filename="${name}"`, length: workbook.length });
