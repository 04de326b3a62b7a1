// Keys that make a letter (Japanese, Chinese, Korean) belong to the writing, whatever they are otherwise.

/** Safari says so by a number alone. */
export const composing = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229
