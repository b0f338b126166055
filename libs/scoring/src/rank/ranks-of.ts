import { compareRankKeys, type RankKey } from './rank-key';

/** The rank of each key, by its place in the list: equal ones share a rank and the next is skipped (1, 2, 2, 4). */
export function ranksOf(keys: readonly RankKey[]): readonly number[] {
  const order = keys.map((_key, place) => place).sort((a, b) => compareRankKeys(keys[a] as RankKey, keys[b] as RankKey));
  const ranks: number[] = [];
  order.forEach((place, position) => {
    const previous = order[position - 1];
    const shares = previous !== undefined && compareRankKeys(keys[previous] as RankKey, keys[place] as RankKey) === 0;
    ranks[place] = shares ? (ranks[previous] as number) : position + 1;
  });
  return ranks;
}
