/** What stands in for hooks where components are made into text, once and for good. */
let ids = 0

export const useId = (): string => `first-${ids++}`
export const useState = <T>(value: T): readonly [T, () => void] => [value, () => undefined]
export const useEffect = (): void => undefined
