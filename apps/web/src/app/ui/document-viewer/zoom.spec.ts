import { showingOf } from './document-source';
import { nextZoom, pageWithin, scaleFor } from './zoom';

describe('the size of a document', () => {
  it('fits the width of the pane or is as chosen', () => {
    expect(scaleFor('fit', 600, 900)).toBe(1.5);
    expect(scaleFor(0.8, 600, 900)).toBe(0.8);
  });

  it('goes to the next step and stays at the ends', () => {
    expect(nextZoom(1.1, 'in')).toBe(1.25);
    expect(nextZoom(1.1, 'out')).toBe(1);
    expect(nextZoom(3, 'in')).toBe(3);
    expect(nextZoom(0.5, 'out')).toBe(0.5);
  });
});

describe('the page of a document', () => {
  it('is kept within the document', () => {
    expect(pageWithin(4, 10)).toBe(4);
    expect(pageWithin(40, 10)).toBe(10);
    expect(pageWithin(0, 10)).toBe(1);
    expect(pageWithin(null, 10)).toBe(1);
    expect(pageWithin(Number.NaN, 10)).toBe(1);
  });
});

describe('a document', () => {
  it('is shown in the page where it is a PDF, a picture, a Word or an Excel file', () => {
    expect(showingOf('application/pdf')).toBe('pdf');
    expect(showingOf('image/png')).toBe('picture');
    expect(showingOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toBe('office');
    expect(showingOf('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBe('office');
    expect(showingOf('application/vnd.openxmlformats-officedocument.presentationml.presentation')).toBe('download');
    expect(showingOf('image/svg+xml')).toBe('download');
  });
});
