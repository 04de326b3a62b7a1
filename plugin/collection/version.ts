// The version that runs, as package.json has it: said to operators alone.

export const version = '0.1.0'
