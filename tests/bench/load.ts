import { Agent, request } from 'node:http'
import { aForm } from '../cloudfunctions/support/journey'
import type { Served } from './server'

export type Load = { seconds: number; latencies: number[]; refusals: string[] }

const CONNECTIONS = 64

function post(url: string, agent: Agent, openid: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-simulated-openid': openid }
    const sent = request(`${url}/v1/functions/checkin`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString()))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Check-ins over 64 connections, one after the other on each, until time or freshmen are over. */
export async function load({ url, branch, callers }: Served, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const waiting = callers.map((caller) => {
    const input = { branch, version: 0, values: aForm() }
    const commandId = `load-${caller.session}`
    return { ...caller, body: JSON.stringify({ verb: 'submit', input, commandId, session: caller.session }) }
  })
  const latencies: number[] = []
  const refusals: string[] = []
  const since = performance.now()
  const until = since + seconds * 1000

  const connection = async () => {
    for (let next = waiting.pop(); next && performance.now() < until; next = waiting.pop()) {
      const began = performance.now()
      const answer = await post(url, agent, next.openid, next.body)
      latencies.push(performance.now() - began)
      if (!answer.startsWith('{"ok":true')) refusals.push(answer)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  agent.destroy()
  return { seconds: (performance.now() - since) / 1000, latencies, refusals }
}
