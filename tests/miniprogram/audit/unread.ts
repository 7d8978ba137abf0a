import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIST } from '../support/dist'
import type { Paint } from '../support/paint-log'

type Node = Record<string, unknown>
type Reads = ReadonlyMap<string, ReadonlySet<string>>

/** What every template is found by. */
const ALWAYS = ['nn', 'sid', 'cn']

/** Which fields of a node the templates read, by the short name of its component. */
export function templateReads(file = join(DIST, 'base.wxml')): Reads {
  const reads = new Map<string, Set<string>>()
  for (const [, name = '', body = ''] of readFileSync(file, 'utf8').matchAll(
    /<template name="tmpl_\d+_([\w-]+?)(?:_focus|_blur)?">([\s\S]*?)<\/template>\s*(?=<template|$)/g,
  )) {
    const known = reads.get(name) ?? new Set(ALWAYS)
    for (const [, field = ''] of body.matchAll(/\bi\.(\w+)/g)) known.add(field)
    reads.set(name, known)
  }
  return reads
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

function inNode(reads: Reads, node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => inNode(reads, one))
  if (!isNode(node)) return []
  const known = reads.get(String(node.nn))
  const own = known ? Object.keys(node).filter((field) => !known.has(field)) : []
  return [...own.map((field) => `${String(node.nn)}.${field}`), ...inNode(reads, node.cn)]
}

/** `8.tabIndex`: fields that a setData brought and that no template reads. */
export function unreadIn(reads: Reads, { data, paths, holds }: Paint): string[] {
  return paths.flatMap((path) => {
    const value = data[path]
    if (isNode(value)) return inNode(reads, value)
    const [, holder = '', field = ''] = /^(.*)\.([^.]+)$/.exec(path) ?? []
    const node = holds(holder)
    const known = isNode(node) ? reads.get(String(node.nn)) : undefined
    return known && isNode(node) && !known.has(field) ? [`${String(node.nn)}.${field}`] : []
  })
}
