import { useEffect, useState, type ReactNode } from 'react'
import { Table } from '@mantine/core'

/** Mantine's frame of a wide table, which also the keyboard can scroll; a stop for it only where there is more to see. */
export function WideTable(props: { label: string; minWidth: number; children: ReactNode }) {
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    if (!viewport) return
    const watch = new ResizeObserver(() => setScrolls(viewport.scrollWidth > viewport.clientWidth))
    watch.observe(viewport)
    return () => watch.disconnect()
  }, [viewport])
  const stop = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': props.label } : {}
  return (
    <Table.ScrollContainer
      minWidth={props.minWidth}
      scrollAreaProps={{ viewportRef: setViewport, viewportProps: { ...stop } }}
    >
      {props.children}
    </Table.ScrollContainer>
  )
}
