/** Formats that cannot move, by what their addresses usually end with. */
const NEVER_MOVES = /^data:(?!image\/(?!jpe?g))|^[^?#]*\.(jpe?g|ico|bmp|woff2?|[ot]tf|eot|css)([?#]|$)/i

/** @returns whether what an address shows is of a kind that can move. Most are told by their bytes alone. */
export const mayMove = (url: string): boolean => url !== '' && !NEVER_MOVES.test(url)

/** @returns whether a picture that nobody could read is likely to be one that moves. */
export const isLikelyToMove = (url: string): boolean => /^blob:|\.(gif|apng|webp|avif)([?#]|$)/i.test(url)
