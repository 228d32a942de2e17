/** Tells the present moment; the only way time enters the house, so that a sandbox or a test can move it. */
export type Clock = () => Date;
