/** A failure whose message is a whole sentence for the person at the keyboard: print it without its stack. */
export class Sentence extends Error {
  name = 'Sentence'
}
