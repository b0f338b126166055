export { IsCalendarDay, isCalendarDay } from '../../platform/time/is-calendar-day';
