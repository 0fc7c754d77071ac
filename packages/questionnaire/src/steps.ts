/**
 * Each item is evaluated in five steps. A step is one number, so that order and dependencies are plain lists:
 * whether it is relevant; what is offered (the choices of a question, the rows of a repeat); what is calculated;
 * what the answer counts as; what is wrong with it.
 */
export const RELEVANT = 0
export const OFFER = 1
export const CALCULATE = 2
export const VALUE = 3
export const STATE = 4
export const STEPS = 5

export const stepOf = (item: number, aspect: number) => item * STEPS + aspect
export const itemOf = (step: number) => Math.floor(step / STEPS)
export const aspectOf = (step: number) => step % STEPS
