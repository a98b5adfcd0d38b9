/** A name inside a sentence keeps its own writing direction and leaves that of the sentence alone. */
export const isolate = (name: string) => `\u2068${name}\u2069`;
