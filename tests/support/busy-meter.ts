/**
 * What a page has to do and to fetch while something is done on it, on a slowed processor.
 *
 * Talks to a page of playwright-core by Chromium's own protocol. Invariant: it only measures; how long a thing
 * takes depends on what else the machine does, so nothing is asserted of it, but only of what is sent.
 */
import type { Page } from 'playwright-core'

export type BusyMeter = {
  /** Does something, notes a line of it once the page has drawn what came of it, and answers how many bytes were sent. */
  readonly during: (name: string, act: () => Promise<unknown>) => Promise<number>
  readonly lines: () => readonly string[]
}

/** A meter of a page whose processor is as many times slower as is said. */
export async function busyMeter(
  page: Page,
  { slowed }: { readonly slowed: number },
): Promise<BusyMeter> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  await session.send('Performance.enable')
  await session.send('Network.enable')
  let sent = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (sent += encodedDataLength))
  await page.addInitScript(() => {
    const long: number[] = []
    Object.assign(window, { long })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const noted: string[] = []
  const during = async (name: string, act: () => Promise<unknown>) => {
    const [bytesBefore, busyBefore] = [sent, await busy()]
    await act()
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
    )
    const longest = await page.evaluate(() => {
      const long = Reflect.get(window, 'long') as number[]
      return Math.max(0, ...long.splice(0))
    })
    const [bytes, busyAfter] = [sent - bytesBefore, await busy()]
    // A page that is opened can be given a new process, which counts from nothing.
    const all = busyAfter < busyBefore ? busyAfter : busyAfter - busyBefore
    noted.push(
      `${name}: ${(bytes / 1000).toFixed(1)} kB, busy ${Math.round(all)} ms, longest ${Math.round(longest)} ms`,
    )
    return bytes
  }
  return { during, lines: () => noted }
}
