import type * as Pdf from 'pdfjs-dist';

export type PdfLibrary = typeof Pdf;

/** The library is loaded with the first PDF; its worker, fonts and character maps come from our own server. */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const library = await import('pdfjs-dist');
  library.GlobalWorkerOptions.workerSrc = '/pdf/pdf.worker.min.mjs';
  return library;
}

/** Opens a PDF by its address; the bytes come in ranges as they are needed. */
export async function openPdf(url: string): Promise<{ readonly library: PdfLibrary; readonly pdf: Pdf.PDFDocumentProxy }> {
  const library = await loadPdfLibrary();
  const pdf = await library.getDocument({
    url,
    cMapUrl: '/pdf/cmaps/',
    standardFontDataUrl: '/pdf/standard_fonts/',
    wasmUrl: '/pdf/wasm/',
    enableXfa: false,
  }).promise;
  return { library, pdf };
}
