/** What a piece on show does when touched. */
export const nothing = () => {}
