import { PAGE_SIZE } from './page';
import { CRITERIA_SET_STATES } from '../criteria/criteria.workflow';
import { EVIDENCE_TYPES, INLINE_TYPES } from '../evidence/evidence.api';

describe('a page of a list', () => {
  it('holds 50 lines unless asked, and never more than 200', () => {
    expect(PAGE_SIZE).toEqual({ standard: 50, max: 200 });
  });
});

describe('the states of a criteria set', () => {
  it('go from draft to superseded', () => {
    expect(CRITERIA_SET_STATES).toEqual(['draft', 'published', 'frozen', 'superseded']);
  });
});

describe('evidence', () => {
  it('is of the six listed types, each with its ending', () => {
    expect(Object.values(EVIDENCE_TYPES)).toEqual(['.pdf', '.docx', '.xlsx', '.pptx', '.png', '.jpg']);
  });

  it('is shown in the page only as PDF or picture', () => {
    expect(INLINE_TYPES).toEqual(['application/pdf', 'image/png', 'image/jpeg']);
    for (const type of INLINE_TYPES) {
      expect(type in EVIDENCE_TYPES).toBe(true);
    }
  });
});
