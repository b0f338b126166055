import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const DAY = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** A day that there is, `yyyy-MM-dd`, from 1900: neither 30 February nor a time of day. */
export function isCalendarDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) {
    return false;
  }
  const day = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export const IsCalendarDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCalendarDay',
      validator: { validate: isCalendarDay, defaultMessage: buildMessage((each) => `${each}$property must be a day such as 2026-03-15`, options) },
    },
    options,
  );
