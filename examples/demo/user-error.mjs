// Raised where a person has to do something; shown without a stack.
export class UserError extends Error {}
