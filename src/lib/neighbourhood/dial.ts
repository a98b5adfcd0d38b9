/** A telephone number as a telephone dials it: of "06 - 12 34 56 78" the digits, and a plus. */
export const dialOf = (telephone: string) => telephone.replace(/[^+\d]/g, '');
