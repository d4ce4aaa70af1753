/** Words that begin a sentence. */
export const sentence = (words: string): string =>
  words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
