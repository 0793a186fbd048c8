/**
 * What a word comes down to, and how people write it: of a concept in both languages. How much it is worth depends on what
 * it is; a field is a term that words point to, such as that a canteen and a lunch are both about food.
 */
export type Term = { key: string; nl: string; en: string; worth: number; field?: Term };

export const WORTH = { concept: 1.3, word: 1, activity: 1, setting: 0.7, field: 0.5 } as const;
