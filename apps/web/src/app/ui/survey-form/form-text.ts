import type { FormText } from '@par-index/contract';

/** A text of a form in the language of the page; the Vietnamese one where there is no other. */
export const formWords = ({ vi, en }: FormText): string => (document.documentElement.lang === 'en' && en.trim() !== '' ? en : vi);
