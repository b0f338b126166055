import type { AssessmentState } from '@par-index/contract';
import { aGroupDocument, aLayer, anAgencyRecord, COMPLETE } from '../../../test/factories/group-document.factory';
import { groupDocumentOf } from './group-document';
import { blockersOf } from './publication-check';
import type { AgencyRecord } from './snapshot-document';

const without = (code: string) => COMPLETE.filter((layer) => layer.code !== code);

function check(agencies: readonly AgencyRecord[], states?: readonly AssessmentState[]) {
  return blockersOf({ document: aGroupDocument(...agencies), states: states ?? agencies.map(() => 'decided') });
}

describe('blockersOf', () => {
  it('finds nothing where everything is decided and every figure is there', () => expect(check([anAgencyRecord('a'), anAgencyRecord('b')])).toEqual([]));
  it('names an assessment that is not decided', () => {
    expect(check([anAgencyRecord('a'), anAgencyRecord('b')], ['decided', 'explaining'])).toMatchObject([
      { kind: 'assessment-undecided', agency: { code: 'b', name: 'Sở b' }, codes: [], detail: 'Sở b: hồ sơ chưa được kết luận.' },
    ]);
  });
  it('names a missing imported figure', () => {
    expect(check([anAgencyRecord('a', { layers: without('2.3') })])).toMatchObject([{ kind: 'imported-missing', codes: ['2.3'] }]);
  });
  it('names a missing survey where the set counts it as nought', () => {
    expect(check([anAgencyRecord('a', { layers: without('2.2') })])).toMatchObject([{ kind: 'survey-missing', codes: ['2.2'] }]);
  });
  it('does not miss figures of an exempt criterion', () => {
    const exempt = anAgencyRecord('a', { layers: [], exemptions: [{ code: '2', reason: 'Miễn' }] });
    expect(check([exempt])).toEqual([]);
  });
  it('names a relative criterion that nobody has a value for', () => {
    const nobody = anAgencyRecord('a', { declared: {} });
    expect(check([nobody])).toMatchObject([{ kind: 'relative-missing', codes: ['1.3'] }]);
    expect(check([nobody, anAgencyRecord('b')])).toEqual([]);
  });
  it('does not miss a value in the place of which points were awarded', () => {
    const awarded = anAgencyRecord('a', { declared: {}, layers: [...COMPLETE, aLayer('1.3', 'appraisal-1', { awarded: 3, reason: 'x' })] });
    expect(check([awarded])).toEqual([]);
  });

  describe('where the set takes a criterion without survey out of the maximum', () => {
    const rescaled = (...agencies: readonly AgencyRecord[]) => {
      const { criteriaSet, ...rest } = aGroupDocument(...agencies).case;
      const document = groupDocumentOf({ groupCode: 'xa', groupName: 'Xã', criteriaSet: { ...criteriaSet, withoutSurvey: 'exclude' }, agencies });
      return blockersOf({ document, states: rest.agencies.map(() => 'decided') });
    };
    it('asks for no survey where none was held', () => expect(rescaled(anAgencyRecord('a', { layers: without('2.2') }))).toEqual([]));
    it('asks for it where it was held for others of the group', () => {
      expect(rescaled(anAgencyRecord('a', { layers: without('2.2') }), anAgencyRecord('b'))).toMatchObject([{ kind: 'survey-missing', agency: { code: 'a' } }]);
    });
  });
});
