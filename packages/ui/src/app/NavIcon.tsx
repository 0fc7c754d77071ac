import { Icon } from '../Icon.tsx'
import type { AreaIcon } from './areas.ts'

/** An area's icon, whether by name from our set or as a component. */
export function NavIcon({ icon: Shape, size = 20 }: { icon: AreaIcon; size?: number }) {
  return typeof Shape === 'string' ? <Icon name={Shape} size={size} /> : <Shape size={size} aria-hidden />
}
