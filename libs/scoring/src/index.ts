export type * from './model/measure';
export type * from './model/answer';
export type * from './model/rule';
export type * from './model/criteria-set';
export type * from './model/result';
export type * from './model/finding';
export type * from './model/trace';
