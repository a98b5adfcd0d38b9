/** Open pages send no script at all: they must open at once on any telephone. */
export const csr = false;
