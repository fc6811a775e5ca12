/** What runs inside one of Luwte's own pages: each function is whole by itself. */

/** Forgets what is written, and that anything was asked. */
export async function clearDiary(): Promise<void> {
  const database = await new Promise<IDBDatabase>(done => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => done(opening.result)
  })
  const transaction = database.transaction('diary', 'readwrite')
  transaction.objectStore('diary').clear()
  await new Promise(done => {
    transaction.oncomplete = done
  })
  database.close()
}

/** @returns the sites of all screen time that is kept. */
export async function sitesInHistory(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>(done => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => done(opening.result)
  })
  const all = database.transaction('intervals').objectStore('intervals').getAll()
  await new Promise(done => {
    all.onsuccess = done
  })
  database.close()
  return all.result.map(({ site }) => site)
}

/** @returns whether anything is drawn on a canvas. */
export function isDrawn(canvas: HTMLElement | SVGElement): boolean {
  const { width, height } = canvas as HTMLCanvasElement
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
  return pixels?.some(value => value > 0) ?? false
}
