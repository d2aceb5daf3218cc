/** So many questions are kept; a further one is not taken, because no other is to vanish for it. */
export const maxQuestions = 50;
