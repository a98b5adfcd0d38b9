/** No page sends a script: forms and links do all there is to do, at once and on any telephone. */
export const csr = false;
