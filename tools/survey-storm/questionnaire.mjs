// A questionnaire as long as that for citizens, written here so that the command needs nothing built but the API.
/** @param {string} vi */
const text = (vi) => ({ vi, en: '' });

const steps = ['rat-khong-hai-long', 'khong-hai-long', 'binh-thuong', 'hai-long', 'rat-hai-long'];

/** @param {number} count */
const scales = (count) => Array.from({ length: count }, (_, place) => `cau-${place + 1}`);

/** @type {import('@par-index/contract').Questionnaire} */
export const readyQuestionnaire = {
  format: 'par-survey/1',
  code: 'bao-phieu',
  title: text('Phiếu thử tải'),
  intro: text('Phiếu để thử tải.'),
  factors: [{ id: 'chung', title: text('Chung') }],
  sections: [
    {
      id: 'chung',
      title: text('Chung'),
      questions: [
        ...scales(16).map((id) => /** @type {const} */ ({ id, kind: 'scale', text: text(id), required: true, factor: 'chung', options: steps.map((step) => ({ id: step, label: text(step), satisfied: step.endsWith('hai-long') && !step.includes('khong') })) })),
        { id: 'gop-y', kind: 'text', text: text('Góp ý'), required: false, longest: 500 },
      ],
    },
  ],
};

/** @param {number} place @returns {import('@par-index/contract').FormAnswers} */
export const stormAnswers = (place) => ({
  ...Object.fromEntries(scales(16).map((id, at) => [id, steps[(place * 7 + at * 3) % steps.length] ?? 'hai-long'])),
  ...(place % 10 === 0 ? { 'gop-y': `Góp ý số ${place}` } : {}),
});
