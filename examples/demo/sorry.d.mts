export class Sorry extends Error {}
