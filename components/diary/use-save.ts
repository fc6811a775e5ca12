/** @returns what gives the person a file to keep. */
export function useSave(): (name: string, type: 'text/csv' | 'application/json', contents: string) => void {
  return (name, type, contents) => {
    const url = URL.createObjectURL(new Blob([contents], { type }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // The browser has taken hold of it by the next task.
    setTimeout(() => URL.revokeObjectURL(url))
  }
}
