/** The most letters in a kind line or an idea of one's own: what still fits a rest at a glance. */
export const MAX_OWN_WORDS = 120
/** The most ideas of one's own. All of them fit one item of the browser's sync. */
export const MAX_OWN_IDEAS = 12
