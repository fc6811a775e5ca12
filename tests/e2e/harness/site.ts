import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { acceptSockets, PUSHES, pushEvents } from './pushes'
import { readServed } from './served-files'

/** The site that pages of the corpus take frames and files of another site from. */
const ELSEWHERE = 'elsewhere.test'

/** What stands in a page of the corpus for the origin of that other site. */
const ELSEWHERE_MARK = '%elsewhere%'

/** Sites for pages that are open at the same time and differ in what is set for them. */
export const SPARE_HOSTS: readonly string[] = Array.from({ length: 16 }, (_, index) => `spare-${index}.test`)

/** Host names every harness browser resolves to this machine: a site, its sub-domain, another site, and spare ones. */
export const HOSTS: readonly string[] = [
  'site-a.test',
  'sub.site-a.test',
  'site-b.test',
  ELSEWHERE,
  ...SPARE_HOSTS,
]

interface PageOptions {
  /** Extra response headers, for instance a content security policy. */
  headers?: Record<string, string>
  /** How long the server waits before it answers. */
  delayMs?: number
}

export interface Site {
  /** Two origins that serve the same paths. */
  readonly origin: string
  readonly otherOrigin: string
  /** Serves `body` from now on; answers its address on `origin`. */
  page(body: string | Buffer, options?: PageOptions): string
  /** The address of a file below tests/fixtures, or of any path, on `origin`. */
  url(path: string): string
  /** The same page on the second origin. */
  onOtherOrigin(url: string): string
  /** The same page under one of `HOSTS`. */
  onHost(url: string, host: string): string
  /** How often a page or path was asked for, over every origin and host. */
  requests(urlOrPath: string): number
  /** How often anything was asked for, the browser's own look for an icon apart. */
  totalRequests(): number
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Starts a local server with two origins for tests/fixtures and for pages written inside a test. */
export async function startSite(): Promise<Site> {
  const pages = new Map<string, { body: string | Buffer; options: PageOptions }>()
  const counts = new Map<string, number>()

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/favicon.ico') return void response.writeHead(204).end()
    counts.set(path, (counts.get(path) ?? 0) + 1)
    if (path === PUSHES) return pushEvents(response)
    const page = pages.get(path)
    if (page?.options.delayMs) await delay(page.options.delayMs)
    const body = page?.body ?? forThisSite(await readServed(path))
    if (body === undefined) return void response.writeHead(404).end()
    const type = TYPES[page || path.endsWith('/') ? '.html' : extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...page?.options.headers })
    response.end(body)
  }

  const forThisSite = (file: string | Buffer | undefined) => {
    if (!file?.includes(ELSEWHERE_MARK)) return file
    const elsewhere = new URL(otherOrigin)
    elsewhere.hostname = ELSEWHERE
    return String(file).replaceAll(ELSEWHERE_MARK, elsewhere.origin)
  }

  const servers = await Promise.all([listen(answer), listen(answer)])
  const [origin, otherOrigin] = servers.map(originOf) as [string, string]

  return {
    origin,
    otherOrigin,
    page(body, options = {}) {
      const path = `/page/${pages.size + 1}`
      pages.set(path, { body, options })
      return `${origin}${path}`
    },
    url: path => new URL(path, origin).href,
    onOtherOrigin: url => new URL(pathOf(url), otherOrigin).href,
    onHost(url, host) {
      const moved = new URL(url)
      moved.hostname = host
      return moved.href
    },
    requests: urlOrPath => counts.get(new URL(urlOrPath, origin).pathname) ?? 0,
    totalRequests: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    async close() {
      await Promise.all(servers.map(stop))
    },
  }
}

function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  acceptSockets(server)
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => done(server))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise(done => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const pathOf = (url: string): string => {
  const { pathname, search, hash } = new URL(url)
  return pathname + search + hash
}
