/** One writing for one mailbox, the same one for counting as for looking up, or capitals would buy more guesses. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()
