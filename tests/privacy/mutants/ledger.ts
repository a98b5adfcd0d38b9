/** Mutants without effect that the catalogue does not show to be so, with the layer that stands behind. */
export const ledger: Record<string, string> = {};
