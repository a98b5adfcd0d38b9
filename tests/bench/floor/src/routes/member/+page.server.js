export const actions = { default: () => ({ done: true }) };
