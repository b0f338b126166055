import type { Phase } from '../cycle/cycle.workflow';
import type { NotificationParts } from './notification.api';
import { begun, ended, joined, momentInWords, type NotificationSentences } from './notification-sentence';
import type { NotificationTask } from './notification.workflow';

const PHASES: Readonly<Record<Phase, string>> = {
  'preparing': 'preparation',
  'self-assessment': 'self-assessment',
  'appraisal': 'appraisal',
  'explanation': 'explanation',
  'reappraisal': 'second appraisal',
  'council': 'Appraisal Council',
  'preliminary': 'preliminary result',
  'published': 'publication',
};

const TASKS: Readonly<Record<NotificationTask, string>> = {
  'self-assessment': 'to submit the self-assessment',
  'sign-off': 'to sign and submit the self-assessment',
  'appraisal': 'to appraise',
  'explanation': 'to explain',
  'reappraisal': 'to appraise again',
  'council': 'to vote in the Appraisal Council',
  'petition': 'to sign and send petitions',
};

/** The sentences in English. Reasons, names and what stands in the way of a phase stay as people and the server wrote them. */
export const ENGLISH: NotificationSentences = {
  'phase-opened': ({ cycleTitle, phase, deadlineAt }) => ({
    title: `${cycleTitle ?? 'The assessment'}: phase ${phaseIn(phase)} has opened`,
    detail: deadlineAt ? `Deadline: ${momentInWords(deadlineAt)}.` : '',
  }),
  'assessment-sent': (parts) => ({ title: `The assessment of ${agencyIn(parts)} waits for the signature of its head`, detail: 'Read it, then sign and submit it or return it to the officer.' }),
  'assessment-withdrawn': (parts) => ({ title: `An officer has withdrawn the assessment of ${agencyIn(parts)}`, detail: because(parts, 'It is being edited and will be sent again.') }),
  'assessment-returned': (parts) => ({ title: `The head has returned the assessment of ${agencyIn(parts)}`, detail: because(parts, 'Edit it, then send it again.') }),
  'assessment-submitted': (parts) => ({ title: `The assessment of ${agencyIn(parts)} has been submitted`, detail: 'The head has signed it. It goes on to the appraisal.' }),
  'assessment-reopened': (parts) => ({ title: `The assessment of ${agencyIn(parts)} has been reopened for changes`, detail: because(parts, 'Edit it, then submit it again before the deadline.') }),
  'assessment-taken': (parts) => ({
    title: `Time is over: the assessment of ${agencyIn(parts)} was taken as it stands`,
    detail: 'It is marked “not submitted”. If it has to be submitted, ask Sở Nội vụ to extend the time and reopen it.',
  }),
  'extended': (parts) => ({
    title: `${agencyIn(parts)} has more time${extendedIn(parts)}${parts.deadlineAt ? `, until ${momentInWords(parts.deadlineAt)}` : ''}`,
    detail: because(parts, parts.closeAt ? `Locked at ${momentInWords(parts.closeAt)}.` : ''),
  }),
  'explanation-asked': (parts) => ({
    title: `${agencyIn(parts)} has criteria with points taken off, to agree to or to explain`,
    detail: joined([parts.deadlineAt ? `Deadline of the explanation: ${momentInWords(parts.deadlineAt)}.` : '', 'Silence counts as agreement.']),
  }),
  'explanation-silent': (parts) => ({ title: `The time to explain is over for ${agencyIn(parts)}`, detail: 'Criteria without an answer count as agreed.' }),
  'council-vote': (parts) => ({ title: parts.blind ? 'You are asked to appraise an item of the council blind' : `Items wait for a vote of the council${parts.agencyName ? `: ${parts.agencyName}` : ''}`, detail: criterionIn(parts) }),
  'petition-filed': (parts) => ({ title: `${agencyIn(parts)} has sent a petition`, detail: criterionIn(parts) }),
  'petition-answered': (parts) => ({ title: `A petition of ${agencyIn(parts)} has been answered`, detail: criterionIn(parts) }),
  'deadline-near': (parts) => ({
    title: `${daysIn(parts.days)} ${taskIn(parts)}`,
    detail: joined([subjectIn(parts), parts.deadlineAt ? `Deadline: ${momentInWords(parts.deadlineAt)}.` : '']),
  }),
  'deadline-over': (parts) => ({
    title: `The deadline ${taskIn(parts)} is over`,
    detail: joined([subjectIn(parts), parts.closeAt ? `It is still possible until ${momentInWords(parts.closeAt)}, and is marked late.` : '']),
  }),
  'clock-waits': (parts) => ({
    title: `The day of phase ${phaseIn(parts.phase)} has come, and it could not open by itself`,
    detail: joined([...(parts.lines ?? []), 'Settle it, or open the phase yourself and say why.']),
  }),
  'criteria-corrected': (parts) => ({
    title: `The criteria set of the cycle has been replaced by a new version: ${agencyIn(parts)}`,
    detail: because(parts, parts.lines?.length ? ended(`To be entered again: ${parts.lines.join(', ')}`) : 'What was entered stays.'),
  }),
  'published': ({ cycleTitle }) => ({ title: `${cycleTitle ?? 'The assessment'}: the result has been published`, detail: 'See the ranking and the score sheet of each agency.' }),
};

const agencyIn = ({ agencyName }: NotificationParts): string => agencyName ?? 'the agency';

const extendedIn = ({ phase }: NotificationParts): string => (phase ? ` for the ${phase === 'preliminary' ? 'petitions' : PHASES[phase]}` : '');

const phaseIn = (phase: Phase | undefined): string => `“${phase ? PHASES[phase] : 'next'}”`;

const taskIn = ({ task }: NotificationParts): string => (task ? TASKS[task] : 'for this');

const because = ({ reason }: NotificationParts, then: string): string => joined([reason ? ended(`Reason: ${reason}`) : '', then]);

const criterionIn = ({ code, left }: NotificationParts): string => {
  if (code) {
    return `Criterion ${code}.`;
  }
  return left ? `${counted(left, 'item')}.` : '';
};

const counted = (figure: number, what: string): string => `${figure} ${figure === 1 ? what : what === 'criterion' ? 'criteria' : `${what}s`}`;

function subjectIn({ agencyName, left, task }: NotificationParts): string {
  const what = task === 'council' ? 'item' : task === 'petition' ? 'petition' : 'criterion';
  const words = [agencyName ?? '', left ? `${counted(left, what)} left` : ''].filter(Boolean).join(': ');
  return words === '' ? '' : `${begun(words)}.`;
}

function daysIn(days: number | undefined): string {
  if (days === undefined) {
    return 'Soon due';
  }
  return days === 0 ? 'Today is the last day' : `${counted(days, 'day')} left`;
}
