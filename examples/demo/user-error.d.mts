// Types of sorry.mjs, for what is written in TypeScript.
export class UserError extends Error {}
