// Draws a Word or Excel file in a sandboxed frame without an origin. It gets the bytes from the page around it, once, fetches nothing, and answers
// whether the file is shown. Its policy of content forbids every connection; links are made inert besides.
'use strict';

const MOST_UNPACKED = 60 * 1024 * 1024;
const MOST_ROWS = 1000;
const MOST_COLUMNS = 60;
const MOST_SHEETS = 20;
/** Cells that merged ranges may hide, before the rest of the ranges is passed over. */
const MOST_COVERED = 200_000;

const content = document.getElementById('content');

/** @param {string} name */
function load(name) {
  return new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = name;
    script.onload = () => loaded(undefined);
    script.onerror = () => failed(new Error(name));
    document.head.append(script);
  });
}

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Range in rows and columns from 1 */

/** A file that unpacks to more than anybody would read is not unpacked. @param {ArrayBuffer} bytes */
async function unpacked(bytes) {
  const zip = await globalThis.JSZip.loadAsync(bytes);
  const sizes = Object.values(zip.files).map((entry) => entry._data?.uncompressedSize ?? 0);
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_UNPACKED) throw new Error('too large');
  return zip;
}

function makeInert() {
  for (const link of content.querySelectorAll('a[href], area[href]')) {
    link.removeAttribute('href');
    link.removeAttribute('target');
  }
  for (const active of content.querySelectorAll('script, iframe, object, embed, form, link, meta, base')) active.remove();
}

/** @param {ArrayBuffer} bytes */
async function showWord(bytes) {
  await load('jszip.min.js');
  await unpacked(bytes);
  await load('docx-preview.min.js');
  await globalThis.docx.renderAsync(bytes, content, undefined, {
    renderAltChunks: false,
    useBase64URL: true,
    renderComments: false,
    renderChanges: false,
    ignoreLastRenderedPageBreak: true,
    debug: false,
  });
}

/** What a cell shows: the result of a formula, the text of a link. @param {unknown} value @returns {string} */
function textOf(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toLocaleDateString('vi-VN', { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
  if (typeof value === 'number') return value.toLocaleString('vi-VN', { maximumFractionDigits: 6 });
  if (typeof value !== 'object') return String(value);
  if ('result' in value) return textOf(value.result);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text);
  return 'error' in value ? String(value.error) : '';
}

/** «B» is 2. @param {string} letters */
const columnOf = (letters) => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** The merged ranges that lie where we look: the library would visit each cell of them, however many. @param {string} xml */
function mergedIn(xml) {
  const found = [...xml.matchAll(/<mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)].slice(0, 5000);
  return found.map(([, left, top, right, bottom]) => ({ left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) }));
}

/** Ranges that are named or merged may hold milliards of cells: they are taken out before the library reads the file. @param {any} zip */
async function tamed(zip) {
  const merged = new Map();
  for (const name of Object.keys(zip.files)) {
    if (name === 'xl/workbook.xml') {
      zip.file(name, (await zip.file(name).async('string')).replace(/<definedNames[\s\S]*?<\/definedNames>/, ''));
    }
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      const xml = await zip.file(name).async('string');
      merged.set(name, mergedIn(xml));
      const bare = xml.replace(/<(mergeCells|dataValidations|conditionalFormatting|cols)[\s>][\s\S]*?<\/\1>/g, '').replace(/<(tableParts|drawing|legacyDrawing)[^>]*\/>|<tableParts[\s\S]*?<\/tableParts>/g, '');
      zip.file(name, bare);
    }
  }
  return { merged: [...merged.entries()], bytes: await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' }) };
}

/** The cells that a merged range hides. @param {readonly Range[]} merged @param {number} rows @param {number} columns */
function coveredBy(merged, rows, columns) {
  const covered = new Set();
  let visited = 0;
  for (const { left, top, right, bottom } of merged) {
    visited += Math.max(0, Math.min(bottom, rows) - top + 1) * Math.max(0, Math.min(right, columns) - left + 1);
    if (visited > MOST_COVERED) return covered;
    for (let row = top; row <= Math.min(bottom, rows); row += 1) {
      for (let column = left; column <= Math.min(right, columns); column += 1) if (row !== top || column !== left) covered.add(`${row}:${column}`);
    }
  }
  return covered;
}

/** @param {unknown} value @param {Range | undefined} range @param {{ row: number, column: number, rows: number, columns: number }} at */
function cellOf(value, range, { row, column, rows, columns }) {
  const cell = document.createElement('td');
  cell.textContent = textOf(value);
  if (typeof (value?.result ?? value) === 'number') cell.className = 'number';
  if (range) {
    cell.colSpan = Math.min(range.right, columns) - column + 1;
    cell.rowSpan = Math.min(range.bottom, rows) - row + 1;
  }
  return cell;
}

/** @param {number} row */
function headOf(row) {
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = String(row);
  return head;
}

/** @param {any} sheet @param {readonly Range[]} merged */
function tableOf(sheet, merged) {
  const [rows, columns] = [Math.min(sheet.rowCount, MOST_ROWS), Math.min(sheet.columnCount, MOST_COLUMNS)];
  const covered = coveredBy(merged, rows, columns);
  const ranges = new Map(merged.map((range) => [`${range.top}:${range.left}`, range]));
  const table = document.createElement('table');
  table.className = 'workbook';
  for (let row = 1; row <= rows; row += 1) {
    const line = table.insertRow();
    line.append(headOf(row));
    const cells = sheet.findRow(row);
    for (let column = 1; column <= columns; column += 1) {
      const place = `${row}:${column}`;
      if (!covered.has(place)) line.append(cellOf(cells?.findCell(column)?.value, ranges.get(place), { row, column, rows, columns }));
    }
  }
  return table;
}

/** @param {string} words */
function noteOf(words) {
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = words;
  return note;
}

/** One sheet under its name. @param {any} sheet @param {readonly Range[]} merged @param {Record<string, string>} words */
function appendSheet(sheet, merged, words) {
  const title = document.createElement('h2');
  title.textContent = `${words.sheet} ${sheet.name}`;
  content.append(title);
  if (sheet.rowCount === 0) {
    content.append(noteOf(words.empty));
    return;
  }
  if (sheet.rowCount > MOST_ROWS || sheet.columnCount > MOST_COLUMNS) content.append(noteOf(words.cut));
  const pane = document.createElement('div');
  pane.className = 'sheet';
  pane.tabIndex = 0;
  pane.setAttribute('role', 'region');
  pane.setAttribute('aria-label', title.textContent);
  pane.append(tableOf(sheet, merged));
  content.append(pane);
}

/** @param {ArrayBuffer} bytes @param {Record<string, string>} words */
async function showWorkbook(bytes, words) {
  await load('jszip.min.js');
  const { merged, bytes: bare } = await tamed(await unpacked(bytes));
  await load('exceljs.bare.min.js');
  const workbook = new globalThis.ExcelJS.Workbook();
  await workbook.xlsx.load(bare);
  workbook.worksheets
    .slice(0, MOST_SHEETS)
    .filter(({ state }) => state === 'visible')
    .forEach((sheet, index) => appendSheet(sheet, (merged.find(([name]) => name === `xl/worksheets/sheet${sheet.id}.xml`) ?? merged[index])?.[1] ?? [], words));
}

/** @param {MessageEvent} event */
async function show(event) {
  if (event.source !== window.parent || !(event.data?.bytes instanceof ArrayBuffer)) return;
  window.removeEventListener('message', show);
  const { kind, bytes, words, title } = event.data;
  document.title = String(title);
  content.setAttribute('aria-label', String(title));
  try {
    await (kind === 'docx' ? showWord(bytes) : showWorkbook(bytes, words));
    makeInert();
    window.parent.postMessage({ shown: true }, '*');
  } catch {
    content.replaceChildren();
    window.parent.postMessage({ shown: false }, '*');
  }
}

window.addEventListener('message', show);
document.addEventListener('click', (event) => event.target instanceof Element && event.target.closest('a') && event.preventDefault(), true);
