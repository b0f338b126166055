import type { OfficeView } from '@par-index/contract';

/** «Sở Y tế – Bộ phận Một cửa»; of an agency as a whole its name. */
export const officeName = ({ agency, name }: Pick<OfficeView, 'agency' | 'name'>): string => (name === '' ? agency.name : `${agency.name} – ${name}`);
