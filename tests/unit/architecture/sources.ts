import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Every file of the project, those not committed yet too. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return listed.split('\n').filter(file => file && existsSync(file))
}

const PRODUCT = /^(entrypoints|components|utils)\/.*\.(ts|tsx)$/

/** The code that is shipped. */
export const productFiles = (): string[] => projectFiles().filter(file => PRODUCT.test(file))

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm

/** The code of a file without its comments, which may name what code may not. */
export const codeOf = (file: string): string => readFileSync(file, 'utf8').replace(COMMENTS, '')

const IMPORTS = /\b(?:from|import)\s*\(?\s*(['"])(.+?)\1/g

/** What a file imports: project files by their path, packages by their name. */
export function importsOf(file: string): string[] {
  return Array.from(codeOf(file).matchAll(IMPORTS), ([, , specifier]) => resolveImport(file, specifier ?? ''))
}

/** What a file imports, and what that imports, down to the packages. */
export function allImportsOf(file: string, seen = new Set<string>()): Set<string> {
  for (const imported of importsOf(file)) {
    if (seen.has(imported)) continue
    seen.add(imported)
    if (PRODUCT.test(imported)) allImportsOf(imported, seen)
  }
  return seen
}

function resolveImport(from: string, specifier: string): string {
  const path = specifier.startsWith('.') ? join(dirname(from), specifier) : specifier.replace(/^@\//, '')
  const endings = ['', '.ts', '.tsx', '/index.ts']
  return (
    endings
      .map(ending => path + ending)
      .find(candidate => /\.\w+$/.test(candidate) && existsSync(candidate)) ?? path
  )
}
