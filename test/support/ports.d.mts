// Types of ports.mjs, for what is written in TypeScript.
/** Whether nobody listens there. */
export function isFree(port: number): Promise<boolean>
/** A port of the loopback address that is free now. */
export function freePort(): Promise<number>
