import { type DemoPerson, type Role, ROLES } from '@par-index/contract';
import { ROLE_WORDS } from '../../ui/words/role-words';

export interface PeopleOfRole {
  readonly role: Role;
  readonly words: string;
  readonly people: readonly DemoPerson[];
}

/** Each person once, under the first of their roles, in the order of the work. */
export function peopleByRole(people: readonly DemoPerson[]): readonly PeopleOfRole[] {
  return ROLES.map((role) => ({ role, words: ROLE_WORDS[role], people: people.filter(({ roles }) => roles[0] === role) })).filter(
    (group) => group.people.length > 0,
  );
}
