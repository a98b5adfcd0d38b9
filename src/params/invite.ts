/** An invite code as it stands in a link: eight digits, with whatever someone typed between them. */
export const match = (param: string) => param.replace(/[\s.-]/g, '').match(/^\d{8}$/) !== null;
