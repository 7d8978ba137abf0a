/** `440199 20060315 0012`: a number that can be compared with a card in the hand. */
export const grouped = (idNumber: string): string => idNumber.replace(/^(\d{6})(\d{8})([\dX]{4})$/, '$1 $2 $3')
