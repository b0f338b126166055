import { buildMessage, isUUID, ValidateBy } from 'class-validator';

/** A list of people, in which null is nobody in particular. */
export const IsPersonOrNobody = (): PropertyDecorator =>
  ValidateBy({
    name: 'isPersonOrNobody',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every((id) => id === null || isUUID(id)),
      defaultMessage: buildMessage(() => '$property must hold ids of people, or null'),
    },
  });
