import { useMemo } from 'react'
import { encode } from 'uqr'

interface QrCodeProps {
  /** What a phone reads from it, usually an address. */
  value: string
  /** Says what it leads to, for those who do not see it. */
  label: string
  className?: string
}

/** An address as a square that a phone's camera reads; black on white also in the dark. */
export function QrCode({ value, label, className }: QrCodeProps) {
  const { path, size } = useMemo(() => {
    const { data, size: cells } = encode(value, { ecc: 'M', border: 3 })
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: squares.join(''), size: cells }
  }, [value])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className={className}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
