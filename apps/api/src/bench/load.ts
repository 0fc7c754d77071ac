import http from 'node:http'

/** One request of a load, made anew each time. */
export interface LoadRequest {
  port: number
  path: string
  method?: string
  headers?: Record<string, string> | (() => Record<string, string>)
  body?: () => string
  /** Says whether an answer is the wanted one; an answer that is not stops the benchmark. */
  good(status: number, body: string): boolean
}

/** What a load measured: answers per second of each round, and every latency in milliseconds. */
export interface LoadResult {
  rounds: number[]
  latencies: number[]
}

/** Runs several loads one after the other, round by round, so that a noisy minute hits them all. */
export async function interleave(
  loads: LoadRequest[],
  rounds: number,
  seconds: number,
  clients: number,
): Promise<LoadResult[]> {
  const results: LoadResult[] = loads.map(() => ({ rounds: [], latencies: [] }))
  for (const load of loads) await run(load, 1, clients)
  for (let round = 0; round < rounds; round++) {
    for (const [index, load] of loads.entries()) {
      const latencies = await run(load, seconds, clients)
      results[index]!.rounds.push(latencies.length / seconds)
      results[index]!.latencies.push(...latencies)
    }
  }
  return results
}

async function run(load: LoadRequest, seconds: number, clients: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients })
  const end = performance.now() + seconds * 1000
  const latencies: number[] = []
  const client = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      await once(load, agent)
      latencies.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return latencies
}

function once(load: LoadRequest, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = load.body?.()
    const request = http.request(
      {
        host: '127.0.0.1',
        port: load.port,
        path: load.path,
        method: load.method ?? (body ? 'POST' : 'GET'),
        agent,
        headers: {
          ...(typeof load.headers === 'function' ? load.headers() : load.headers),
          ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          if (load.good(response.statusCode ?? 0, text)) resolve()
          else reject(new Error(`${load.path} answered ${response.statusCode}: ${text.slice(0, 400)}`))
        })
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** The value below which a share of the sorted numbers lies. */
export function quantile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The middle of some numbers. */
export const median = (numbers: number[]): number => quantile(numbers, 0.5)
